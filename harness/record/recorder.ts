import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { toCsv } from '../results/csv.ts';
import { type ResultsPaths, timeStamp } from '../results/results-path.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { samplesTable } from '../results/tables/samples.ts';
import type { FinishedRun } from '../run/execute.ts';
import { type ComparisonIdentity, requireSame } from './comparison-identity.ts';
import { fallbackFoldersFor, writeWherePossible } from './fallback-folder.ts';
import { continueJournal, createJournal, type Journal, type JournalHead } from './journal.ts';
import { type RunRows, runRows, sampleRow } from './run-rows.ts';

/** Keeps the runs of a comparison as they finish. */
export interface Recorder {
  readonly comparisonId: string;
  /** When the comparison began, UTC. */
  readonly createdAt: string;
  /**
   * Puts a run on the disk; when it returns, the run is safe: in its own folder or, when that is full or gone, in a refuge.
   *
   * @throws StorageError when no place takes it.
   */
  readonly record: (finished: FinishedRun) => RunRow;
  /** What has been recorded, in order. */
  readonly runs: readonly RunRow[];
  /** Where it is being kept: a refuge, once its own folder failed. */
  readonly place: () => ResultsPaths;
  readonly journalPath: () => string;
  /** Makes sure a last time that all is where it is said to be. */
  readonly close: () => void;
}

/** Starts in a folder anew; journal and full curves of the comparison before are gone. */
export function startRecorder(place: ResultsPaths, identity: ComparisonIdentity): Recorder {
  const now = new Date();
  const comparisonId = `${identity.suite}-${timeStamp(now)}`;
  const head = { comparisonId, createdAt: now.toISOString(), identity };
  rmSync(curvesPath(place), { recursive: true, force: true });
  const { result: journal } = writeWherePossible(
    [place],
    () => createJournal(journalPathIn(place), head),
    'nothing was measured yet',
  );
  return recorderFor(place, identity, head, [], journal);
}

/**
 * Goes on with the comparison that was begun in a folder; what it has recorded stays as it is.
 *
 * @throws UsageError when there is none, or it is not the one that is asked for.
 */
export function resumeRecorder(place: ResultsPaths, identity: ComparisonIdentity): Recorder {
  const { head, kept, open } = continueJournal(journalPathIn(place));
  requireSame(head.identity, identity);
  return recorderFor(place, identity, head, kept, open());
}

function recorderFor(
  begun: ResultsPaths,
  { machine }: ComparisonIdentity,
  { comparisonId, createdAt }: JournalHead,
  kept: readonly RunRow[],
  begunJournal: Journal,
): Recorder {
  const runs = [...kept];
  let place = begun;
  let journal = begunJournal;

  /** Writes where all has been written so far; else takes everything to the next place, and writes there. */
  const keep = (write: (place: ResultsPaths, journal: Journal) => void) => {
    const writeAt = (target: ResultsPaths) => {
      if (target === place) journal.requireInPlace();
      const there = target === place ? journal : takeTo(target, journal);
      write(target, there);
      return there;
    };
    const said = `${runs.length} runs are kept in ${journal.path}: make room, then go on with --resume`;
    // A folder that was deleted is made again.
    const again = existsSync(journal.path) ? [] : [{ ...place }];
    const places = [place, ...again, ...fallbackFoldersFor(comparisonId)];
    const taken = writeWherePossible(places, writeAt, said);
    if (taken.result !== journal) journal.close();
    place = taken.place;
    journal = taken.result;
  };

  return {
    comparisonId,
    createdAt,
    record(finished) {
      const rows = runRows(finished, { comparisonId, machineId: machine });
      keep((target, there) => {
        writeCurve(target, finished, rows);
        there.append(rows);
      });
      runs.push(rows.run);
      return rows.run;
    },
    runs,
    place: () => place,
    journalPath: () => journal.path,
    close() {
      keep(() => {});
      journal.close();
    },
  };
}

/** Takes all that was recorded to a place where nothing is yet. */
function takeTo(place: ResultsPaths, journal: Journal): Journal {
  mkdirSync(place.workPath, { recursive: true });
  return journal.copyTo(journalPathIn(place));
}

/** The full curve of a run whose samples are thinned. */
function writeCurve(place: ResultsPaths, { runId, observed }: FinishedRun, rows: RunRows): void {
  const curve = observed?.curve ?? [];
  if (rows.samples.length === curve.length) return;
  mkdirSync(curvesPath(place), { recursive: true });
  const full = curve.map((sample) => sampleRow(runId, sample));
  writeFileSync(join(curvesPath(place), `${runId}.csv`), toCsv(samplesTable, full));
}

/**
 * Makes sure, before anything is written, that there is a comparison to go on with: at least in one of the folders,
 * since of several suites the later ones may not have been begun.
 *
 * @throws UsageError when there is none.
 */
export function requireJournal(places: readonly ResultsPaths[]): void {
  if (places.some(hasJournal)) return;
  const paths = places.map(journalPathIn).join(', ');
  throw new UsageError(`nothing to resume: there is no ${paths}; name the folder with --out`);
}

/** Whether a comparison was begun in a folder. */
export function hasJournal(place: ResultsPaths): boolean {
  return existsSync(journalPathIn(place));
}

function journalPathIn({ workPath }: ResultsPaths): string {
  return join(workPath, 'journal.jsonl');
}

function curvesPath({ workPath }: ResultsPaths): string {
  return join(workPath, 'curves');
}
