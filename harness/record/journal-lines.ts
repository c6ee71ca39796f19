import { closeSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../vocabulary/usage-error.ts';

/** One line of a journal: a value, and the bytes that it takes from the start of the file. */
export interface JournalLine {
  readonly value: unknown;
  readonly startsAt: number;
  readonly endsAt: number;
  /** For people, from 1. */
  readonly number: number;
}

/**
 * The lines of a journal, one at a time: a long comparison does not fit in memory as a whole. Whole lines only: a
 * last one without its end was being written when the harness died.
 *
 * @throws UsageError for a line that is no JSON.
 */
export function* journalLines(path: string): Generator<JournalLine> {
  const descriptor = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let startsAt = 0;
  let number = 0;
  try {
    for (;;) {
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      rest = Buffer.concat([rest, chunk.subarray(0, length)]);
      for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
        const endsAt = startsAt + end + 1;
        number += 1;
        const value = parseLine(rest.subarray(0, end).toString('utf8'), path, number);
        yield { value, startsAt, endsAt, number };
        rest = rest.subarray(end + 1);
        startsAt = endsAt;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

const CHUNK_BYTES = 65_536;

function parseLine(text: string, path: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(path, number);
    throw error;
  }
}

/** What to do about a line that tasktax did not write so. */
export function damaged(path: string, number: number): UsageError {
  const remedy =
    number === 1
      ? 'start anew without --resume'
      : 'delete it and all lines after it and go on with --resume, or start anew without';
  return new UsageError(
    `${path}: line ${number} is damaged (edited, or lost by the disk): ${remedy}`,
  );
}
