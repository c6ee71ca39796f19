import { type Analysis, analyseRuns } from '../analyse/analyse-runs.ts';
import type { Workload } from '../model/workload.ts';
import { writeWherePossible } from '../record/fallback-folder.ts';
import { readJournal } from '../record/journal.ts';
import type { RunRows } from '../record/run-rows.ts';
import type { ComparisonFacts } from '../results/comparison-facts.ts';
import type { ResultsPaths } from '../results/results-path.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import { writeTables } from '../results/write-tables.ts';
import { tableContents } from './table-contents.ts';

/** Everything that was recorded in a comparison. */
export interface RecordedComparison {
  readonly facts: ComparisonFacts;
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
  /** Readings and samples are streamed from the journal, because they may not fit in memory. */
  readonly journalPath: string;
}

/** The folder of the written tables, and the computed results. */
export interface WrittenComparison extends Analysis {
  readonly path: string;
}

/**
 * Analyses the runs of a comparison, and writes its tables and their descriptor to the first writable place.
 *
 * @throws StorageError when no place is writable.
 */
export function writeComparison(
  { facts, machine, runtimes, runs, journalPath }: RecordedComparison,
  places: readonly ResultsPaths[],
  workloads: ReadonlyMap<string, Workload>,
): WrittenComparison {
  const analysis = analyseRuns(runs, [machine], workloads, facts.untilSettled);
  const { place } = writeWherePossible(
    places,
    (target) => {
      const readings = portionsOf(journalPath, 'readings');
      const samples = portionsOf(journalPath, 'samples');
      const rows = { machines: [machine], runtimes, runs, readings, samples };
      writeTables(target, facts, tableContents(rows, analysis));
    },
    `all ${runs.length} runs are kept in ${journalPath}: free some space, then write the tables with --resume`,
  );
  return { path: place.path, ...analysis };
}

function* portionsOf<Part extends 'readings' | 'samples'>(
  journalPath: string,
  part: Part,
): Generator<RunRows[Part]> {
  for (const rows of readJournal(journalPath)) yield rows[part];
}
