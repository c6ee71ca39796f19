import { lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isSystemError } from '../model/system-error.ts';
import { fileSha256 } from './file-sha256.ts';

/** The file that lists the other files of its folder with their hashes. */
const LIST = 'contents.sha256.json';

/** Records the contents of a folder, so that damage is detected before anything is measured. */
export function recordContents(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const recorded = files.map((file) => [file, fingerprint(join(folder, file))]);
  writeFileSync(join(folder, LIST), JSON.stringify(Object.fromEntries(recorded)));
}

/**
 * Whether a folder still holds every recorded file, byte for byte. Files added later, such as the bytecode cache of an
 * interpreter, are ignored.
 */
export function isIntact(folder: string): boolean {
  try {
    const recorded: Readonly<Record<string, string>> = JSON.parse(
      readFileSync(join(folder, LIST), 'utf8'),
    );
    return Object.entries(recorded).every(
      ([file, expected]) => fingerprint(join(folder, file)) === expected,
    );
  } catch (error) {
    if (error instanceof SyntaxError || isSystemError(error)) return false;
    throw error;
  }
}

/** A link is recorded as its target: a virtual environment links to its interpreter. */
function fingerprint(path: string): string {
  return lstatSync(path).isSymbolicLink() ? `-> ${readlinkSync(path)}` : fileSha256(path);
}
