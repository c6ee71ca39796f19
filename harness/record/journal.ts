import { closeSync, fsyncSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { UsageError } from '../vocabulary/usage-error.ts';
import type { ComparisonIdentity } from './comparison-identity.ts';
import { linesOfFile } from './lines-of-file.ts';
import type { RunRows } from './run-rows.ts';

/** What has been measured so far, one line a run: on the disk before the next run starts. */
export interface Journal {
  readonly append: (rows: RunRows) => void;
  readonly close: () => void;
}

/** The first line of a journal: which comparison it is of, and all that must be the same for going on with it. */
export interface JournalHead {
  readonly comparisonId: string;
  readonly createdAt: string;
  readonly identity: ComparisonIdentity;
}

/** Starts a journal anew. */
export function createJournal(path: string, head: JournalHead): Journal {
  const descriptor = openSync(path, 'w');
  appendLine(descriptor, head);
  return journalAt(descriptor);
}

/** What a journal holds that can be kept, and the journal to go on with. */
export interface ContinuedJournal {
  readonly head: JournalHead;
  readonly kept: readonly RunRows['run'][];
  /** Cuts off what cannot be kept; the lines before stay byte for byte. */
  readonly open: () => Journal;
}

/**
 * Reads a journal that was left at any moment. A torn last line goes, and so does a last run that was interrupted or
 * was about to be tried again.
 *
 * @throws UsageError when not even its head was written.
 */
export function continueJournal(path: string): ContinuedJournal {
  const lines = linesOfFile(path);
  const first = lines.next();
  if (first.done) {
    throw new UsageError(`nothing to resume: ${path} has no whole line; leave out --resume`);
  }
  const head: JournalHead = JSON.parse(first.value.text);
  const kept: { run: RunRows['run']; startsAt: number }[] = [];
  let end = first.value.endsAt;
  for (const { text, startsAt, endsAt } of lines) {
    const { run }: RunRows = JSON.parse(text);
    kept.push({ run, startsAt });
    end = endsAt;
  }
  const last = kept.at(-1)?.run;
  if (last !== undefined && UNFINISHED.has(last.status)) {
    while (kept.at(-1)?.run.position === last.position) end = kept.pop()?.startsAt ?? end;
  }
  return {
    head,
    kept: kept.map(({ run }) => run),
    open() {
      const descriptor = openSync(path, 'r+');
      ftruncateSync(descriptor, end);
      closeSync(descriptor);
      return journalAt(openSync(path, 'a'));
    },
  };
}

/** A run that ended so has not been made, or is to be made again with a longer sleep. */
const UNFINISHED = new Set<string>(['interrupted', 'not-concurrent']);

/** The runs of a journal, in order, one at a time: a long comparison does not fit in memory as a whole. */
export function* readJournal(path: string): Generator<RunRows> {
  const lines = linesOfFile(path);
  lines.next(); // the head
  for (const { text } of lines) yield JSON.parse(text);
}

function journalAt(descriptor: number): Journal {
  return {
    append: (rows) => appendLine(descriptor, rows),
    close: () => closeSync(descriptor),
  };
}

function appendLine(descriptor: number, value: object): void {
  writeFileSync(descriptor, `${JSON.stringify(value)}\n`);
  fsyncSync(descriptor);
}
