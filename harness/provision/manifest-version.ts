import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in a package's package.json. */
export function manifestVersion(folder: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return manifest.version;
}
