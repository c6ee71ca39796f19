import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { UsageError } from '../model/usage-error.ts';

/**
 * Opens a file that may be anything, for reading. A pipe or a device would keep a reader waiting, or never end.
 *
 * @param name what users are told that it is.
 * @throws UsageError for what is no file; the system's error when it cannot be opened.
 */
export function openRegularFile(
  path: string,
  name: string,
): { readonly descriptor: number; readonly bytes: number } {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, bytes: stats.size };
  closeSync(descriptor);
  throw new UsageError(`${name} is not a file`);
}

/** The largest file that is read as a whole: a table of some 500,000 runs. */
const LARGEST_BYTES = 2 ** 28;

/**
 * The whole text of a file that may be anything.
 *
 * @param name what users are told that it is.
 * @throws UsageError for what is no file, or too large; the system's error when it cannot be read.
 */
export function textOfRegularFile(path: string, name: string): string {
  const { descriptor, bytes } = openRegularFile(path, name);
  try {
    if (bytes > LARGEST_BYTES)
      throw new UsageError(`${name} is larger than any that tasktax writes`);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}
