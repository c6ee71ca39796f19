import { UsageError } from '../model/usage-error.ts';
import { type Line, linesOfFile } from '../results/lines-of-file.ts';

/** A line of a journal: its value and its position. */
export interface JournalLine extends Pick<Line, 'startsAt' | 'endsAt'> {
  readonly value: unknown;
  /** The line number, from 1. */
  readonly number: number;
}

/**
 * Reads the complete lines of a journal, one at a time.
 *
 * @throws UsageError for a line that is not JSON.
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

/** The error for a damaged line, with its remedy. */
export function damaged(path: string, number: number): UsageError {
  const remedy =
    number === 1
      ? 'start again without --resume'
      : 'delete it and all lines after it, then continue with --resume; or start again without --resume';
  return new UsageError(
    `${path}: line ${number} is damaged (by an edit or a disk error): ${remedy}`,
  );
}
