import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { UsageError } from '../model/usage-error.ts';

/**
 * Opens an untrusted path for reading, if it is a regular file: reading a pipe or a device could block or never end.
 *
 * @param name the name of the file in error messages.
 * @throws UsageError when it is not a regular file; a SystemError when it cannot be opened.
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

/** The largest file that is read into memory: a table of about 500,000 runs. */
const LARGEST_BYTES = 2 ** 28;

/**
 * Reads the text of an untrusted path.
 *
 * @param name the name of the file in error messages.
 * @throws UsageError when it is not a regular file, or is too large; a SystemError when it cannot be read.
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
