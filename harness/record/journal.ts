import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { UsageError } from '../model/usage-error.ts';
import { pathName } from '../results/comparison-facts.ts';
import { isRowOf } from '../results/row-check.ts';
import { readingsTable } from '../results/tables/readings.ts';
import { runsTable } from '../results/tables/runs.ts';
import { samplesTable } from '../results/tables/samples.ts';
import type { ComparisonIdentity } from './comparison-identity.ts';
import { damaged, type JournalLine, journalLines } from './journal-lines.ts';
import type { RunRows } from './run-rows.ts';

/** The runs measured so far, one line each. Each line is on the disk before the next run starts. */
export interface Journal {
  readonly path: string;
  /** @throws SystemError when the line cannot be written; it then counts as not written. */
  readonly append: (rows: RunRows) => void;
  /** @throws ENOENT when the file was deleted or replaced: further lines would be lost when this process exits. */
  readonly requireInPlace: () => void;
  /** Continues in a new file with a copy of all lines so far; works even when the old file was deleted. */
  readonly copyTo: (path: string) => Journal;
  readonly close: () => void;
}

/** The first line of a journal: its comparison, and what must not change before a resumption. */
export interface JournalHead {
  readonly comparisonId: string;
  readonly createdAt: string;
  readonly identity: ComparisonIdentity;
}

/** Starts a new journal. */
export function createJournal(path: string, head: JournalHead): Journal {
  const descriptor = openSync(path, 'w+');
  return journalAt(path, descriptor, writeLine(descriptor, head, 0));
}

/** The usable content of a journal, and a way to continue it. */
export interface ContinuedJournal {
  readonly head: JournalHead;
  readonly kept: readonly RunRows['run'][];
  /** Truncates the journal after the last usable line; earlier lines stay unchanged. */
  readonly open: () => Journal;
}

/**
 * Reads a journal whose writer may have been killed at any moment. An incomplete last line is dropped, and so is a last
 * run that was interrupted or due to be repeated.
 *
 * @throws UsageError when its first line is incomplete, or an earlier line than the last is damaged.
 */
export function continueJournal(path: string): ContinuedJournal {
  const lines = journalLines(path);
  const first = lines.next();
  if (first.done) {
    throw new UsageError(
      `nothing to resume: ${path} has no complete line; start again without --resume`,
    );
  }
  const head = journalHead.safeParse(first.value.value);
  if (!head.success) throw damaged(path, 1);
  const kept: { run: RunRows['run']; startsAt: number }[] = [];
  let end = first.value.endsAt;
  for (const line of lines) {
    kept.push({ run: runRowsIn(line, path).run, startsAt: line.startsAt });
    end = line.endsAt;
  }
  const last = kept.at(-1)?.run;
  if (last !== undefined && UNFINISHED.has(last.status)) {
    while (kept.at(-1)?.run.position === last.position) end = kept.pop()?.startsAt ?? end;
  }
  return {
    head: head.data,
    kept: kept.map(({ run }) => run),
    open() {
      const descriptor = openSync(path, 'r+');
      ftruncateSync(descriptor, end);
      return journalAt(path, descriptor, end);
    },
  };
}

/** A last run with one of these statuses was interrupted, or was due to be repeated with a longer sleep. */
const UNFINISHED = new Set<string>(['interrupted', 'not-concurrent']);

/** Reads the runs of a journal in order, one at a time. */
export function* readJournal(path: string): Generator<RunRows> {
  const lines = journalLines(path);
  lines.next(); // the head
  for (const line of lines) yield runRowsIn(line, path);
}

/** Validates the first line. The id of the comparison must be safe because it becomes part of paths. */
const journalHead: z.ZodType<JournalHead> = z.object({
  comparisonId: pathName,
  createdAt: z.iso.datetime(),
  identity: z.object({
    suite: z.string(),
    machine: z.string(),
    runtimes: z.string(),
    plan: z.string(),
    harness: z.string(),
    limits: z.string(),
  }),
});

function runRowsIn({ value, number }: JournalLine, path: string): RunRows {
  if (!isRunRows(value)) throw damaged(path, number);
  return value;
}

function isRunRows(value: unknown): value is RunRows {
  if (typeof value !== 'object' || value === null) return false;
  if (!('run' in value && 'readings' in value && 'samples' in value)) return false;
  const { run, readings, samples } = value;
  return (
    isRowOf(runsTable, run) &&
    Array.isArray(readings) &&
    readings.every((row) => isRowOf(readingsTable, row)) &&
    Array.isArray(samples) &&
    samples.every((row) => isRowOf(samplesTable, row))
  );
}

/** @param length the length of the complete lines in bytes; anything after them is overwritten. */
function journalAt(path: string, descriptor: number, length: number): Journal {
  let end = length;
  return {
    path,
    append(rows) {
      end = writeLine(descriptor, rows, end);
    },
    requireInPlace() {
      if (statSync(path).ino !== fstatSync(descriptor).ino) {
        throw Object.assign(new Error(`${path} was replaced`), { code: 'ENOENT', syscall: 'stat' });
      }
    },
    copyTo(newPath) {
      const bytes = Buffer.alloc(end);
      readSync(descriptor, bytes, 0, end, 0);
      const copy = openSync(newPath, 'wx+');
      try {
        writeWhole(copy, bytes, 0);
      } catch (error) {
        closeSync(copy);
        rmSync(newPath); // half a journal is of no use
        throw error;
      }
      return journalAt(newPath, copy, end);
    },
    close: () => closeSync(descriptor),
  };
}

/** @returns the offset of the end of the line. */
function writeLine(descriptor: number, value: object, position: number): number {
  const line = Buffer.from(`${JSON.stringify(value)}\n`);
  writeWhole(descriptor, line, position);
  return position + line.length;
}

function writeWhole(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
  fsyncSync(descriptor);
}
