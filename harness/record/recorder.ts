import { type ResultsPaths, timeStamp } from '../results/results-path.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { FinishedRun } from '../run/execute.ts';
import { type ComparisonIdentity, requireSame } from './comparison-identity.ts';
import { writeWherePossible } from './fallback-folder.ts';
import { removeFullCurves, writeFullCurve } from './full-curve.ts';
import { continueJournal, createJournal, type JournalHead } from './journal.ts';
import { journalPathIn } from './journal-place.ts';
import { runRows } from './run-rows.ts';
import { type Move, type RunStore, writeToStore } from './run-store.ts';

/** A run that is safe on the disk. */
export interface RecordedRun {
  readonly run: RunRow;
  /** Where everything went when this run no longer fitted where the others were. */
  readonly move: Move | undefined;
}

/** Keeps the runs of a comparison as they finish: in its own folder or, when that is full or gone, in a fallback folder. */
export class Recorder {
  readonly comparisonId: string;
  /** When the comparison began, UTC. */
  readonly createdAt: string;
  readonly #machineId: string;
  readonly #runs: RunRow[];
  #store: RunStore;

  constructor(
    store: RunStore,
    { machine }: ComparisonIdentity,
    { comparisonId, createdAt }: JournalHead,
    earlierRuns: readonly RunRow[],
  ) {
    this.comparisonId = comparisonId;
    this.createdAt = createdAt;
    this.#machineId = machine;
    this.#runs = [...earlierRuns];
    this.#store = store;
  }

  /**
   * Puts a run on the disk; when it returns, the run is safe.
   *
   * @throws StorageError when no folder takes it.
   */
  record(finished: FinishedRun): RecordedRun {
    const { comparisonId } = this;
    const rows = runRows(finished, { comparisonId, machineId: this.#machineId });
    const move = this.#write(({ place, journal }) => {
      writeFullCurve(place, finished, rows);
      journal.append(rows);
    });
    this.#runs.push(rows.run);
    return { run: rows.run, move };
  }

  /** Makes sure a last time that everything is where it is said to be. */
  close(): void {
    this.#write(() => {});
    this.#store.journal.close();
  }

  /** What has been recorded, in order, by earlier invocations too. */
  get runs(): readonly RunRow[] {
    return this.#runs;
  }

  /** Where it is kept now. */
  get place(): ResultsPaths {
    return this.#store.place;
  }

  get journalPath(): string {
    return this.#store.journal.path;
  }

  #write(write: (store: RunStore) => void): Move | undefined {
    const facts = { comparisonId: this.comparisonId, keptRuns: this.#runs.length };
    const { store, move } = writeToStore(this.#store, facts, write);
    this.#store = store;
    return move;
  }
}

/** Starts a comparison in a folder; the journal and full curves of the one before are gone. */
export function startRecorder(place: ResultsPaths, identity: ComparisonIdentity): Recorder {
  const now = new Date();
  const comparisonId = `${identity.suite}-${timeStamp(now)}`;
  const head = { comparisonId, createdAt: now.toISOString(), identity };
  removeFullCurves(place);
  const { result: journal } = writeWherePossible(
    [place],
    () => createJournal(journalPathIn(place), head),
    'nothing was measured yet',
  );
  return new Recorder({ place, journal }, identity, head, []);
}

/**
 * Resumes the comparison that was begun in a folder; what it has recorded stays as it is.
 *
 * @throws UsageError when there is none, or it is not the one that is asked for.
 */
export function resumeRecorder(place: ResultsPaths, identity: ComparisonIdentity): Recorder {
  const { head, kept, open } = continueJournal(journalPathIn(place));
  requireSame(head.identity, identity);
  return new Recorder({ place, journal: open() }, identity, head, kept);
}
