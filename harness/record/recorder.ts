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

/** A run that is on the disk. */
export interface RecordedRun {
  readonly run: RunRow;
  /** The move to a fallback folder, if this run caused one. */
  readonly move: Move | undefined;
}

/** Keeps the runs of a comparison as they finish, in its folder or, if that is full or missing, in a fallback folder. */
export class Recorder {
  readonly comparisonId: string;
  /** The start of the comparison, UTC. */
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
   * Writes a run to the disk; it is safe when this returns.
   *
   * @throws StorageError when no folder is writable.
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

  /** Checks once more that the journal is in place, then closes it. */
  close(): void {
    this.#write(() => {});
    this.#store.journal.close();
  }

  /** All recorded runs in order, including those of earlier invocations. */
  get runs(): readonly RunRow[] {
    return this.#runs;
  }

  /** The current folder of the runs. */
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

/** Starts a comparison in a folder; removes the journal and the full curves of an earlier one. */
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
 * Resumes the comparison in a folder; its recorded runs stay unchanged.
 *
 * @throws UsageError when there is none, or it differs from the requested one.
 */
export function resumeRecorder(place: ResultsPaths, identity: ComparisonIdentity): Recorder {
  const { head, kept, open } = continueJournal(journalPathIn(place));
  requireSame(head.identity, identity);
  return new Recorder({ place, journal: open() }, identity, head, kept);
}
