import { lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileSha256 } from './file-sha256.ts';
import { isSystemError } from './tool-output.ts';

/** The list of a folder's files with their fingerprints; it lies in the folder itself. */
const LIST = 'contents.sha256.json';

/** Writes down what a folder holds, so that damage is noticed before it is measured. */
export function recordContents(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const recorded = files.map((file) => [file, fingerprint(join(folder, file))]);
  writeFileSync(join(folder, LIST), JSON.stringify(Object.fromEntries(recorded)));
}

/**
 * Whether a folder still holds every file that was recorded, byte for byte. Files that came later, such as the bytecode that
 * an interpreter keeps, are no damage.
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

/** A link is what it points to: a virtual environment links the interpreter that it was made with. */
function fingerprint(path: string): string {
  return lstatSync(path).isSymbolicLink() ? `-> ${readlinkSync(path)}` : fileSha256(path);
}
