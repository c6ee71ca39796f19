import { readFileSync } from 'node:fs';

/** The text of a file of the kernel about the machine; undefined, which is unknown, when it cannot be read for any reason. */
export function readSetting(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
