import { closeSync, readSync } from 'node:fs';
import { UsageError } from '../model/usage-error.ts';
import { openRegularFile } from './open-regular-file.ts';

/** A line without its line end, and its offsets in bytes from the start of the file. */
export interface Line {
  readonly text: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

const LINE_END = 0x0a;

const CHUNK_BYTES = 65_536;

/** Far more than any run needs in a journal. */
const LONGEST_LINE_BYTES = 2 ** 24;

/**
 * Reads the lines of a file piece by piece, because a long file does not fit in memory. A last line without a line end is
 * dropped: its writer was killed while writing it.
 *
 * @param name the name of the file in error messages.
 * @throws UsageError when it is not a regular file, or a line is too long; a SystemError when it cannot be read.
 */
export function* linesOfFile(path: string, name = path): Generator<Line> {
  const { descriptor } = openRegularFile(path, name);
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let startsAt = 0;
  try {
    for (;;) {
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      rest = Buffer.concat([rest, chunk.subarray(0, length)]);
      let begin = 0;
      for (let end = rest.indexOf(LINE_END); end !== -1; end = rest.indexOf(LINE_END, begin)) {
        const endsAt = startsAt + end + 1 - begin;
        yield { text: rest.toString('utf8', begin, end), startsAt, endsAt };
        begin = end + 1;
        startsAt = endsAt;
      }
      rest = rest.subarray(begin);
      if (rest.length > LONGEST_LINE_BYTES)
        throw new UsageError(`${name} has a line longer than any that tasktax writes`);
    }
  } finally {
    closeSync(descriptor);
  }
}
