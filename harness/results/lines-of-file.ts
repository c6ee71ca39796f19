import { closeSync, readSync } from 'node:fs';
import { UsageError } from '../model/usage-error.ts';
import { openRegularFile } from './open-regular-file.ts';

/** A line without its end, and where it stands: bytes from the start of the file. */
export interface Line {
  readonly text: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

const CHUNK_BYTES = 65_536;

/** Far more than a run takes in a journal. */
const LONGEST_LINE_BYTES = 2 ** 24;

/**
 * The lines of a file, read piece by piece: a long one does not fit in memory as a whole. Whole lines only: a last one
 * without its end was being written when its writer died.
 *
 * @param name what users are told that it is.
 * @throws UsageError for what is no file, or has no lines; the system's error when it cannot be read.
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
      for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
        const endsAt = startsAt + end + 1;
        yield { text: rest.subarray(0, end).toString('utf8'), startsAt, endsAt };
        rest = rest.subarray(end + 1);
        startsAt = endsAt;
      }
      if (rest.length > LONGEST_LINE_BYTES)
        throw new UsageError(`${name} has a line that is longer than any that tasktax writes`);
    }
  } finally {
    closeSync(descriptor);
  }
}
