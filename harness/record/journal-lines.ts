import { UsageError } from '../model/usage-error.ts';
import { type Line, linesOfFile } from '../results/lines-of-file.ts';

/** One line of a journal: a value, and where it stands. */
export interface JournalLine extends Pick<Line, 'startsAt' | 'endsAt'> {
  readonly value: unknown;
  /** For people, from 1. */
  readonly number: number;
}

/**
 * The whole lines of a journal, one at a time.
 *
 * @throws UsageError for a line that is no JSON.
 */
export function* journalLines(path: string): Generator<JournalLine> {
  let number = 0;
  for (const { text, startsAt, endsAt } of linesOfFile(path)) {
    number += 1;
    yield { value: parseLine(text, path, number), startsAt, endsAt, number };
  }
}

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
      ? 'start again without --resume'
      : 'delete it and all lines after it, then continue with --resume; or start again without --resume';
  return new UsageError(
    `${path}: line ${number} is damaged (edited, or lost by the disk): ${remedy}`,
  );
}
