import { type Analysis, analyseRuns } from '../analyse/analyse-runs.ts';
import type { Workload } from '../model/workload.ts';
import { writeWherePossible } from '../record/fallback-folder.ts';
import { readJournal } from '../record/journal.ts';
import type { ComparisonFacts } from '../results/comparison-facts.ts';
import type { ResultsPaths } from '../results/results-path.ts';
import { costsTable } from '../results/tables/costs.ts';
import { type MachineRow, machinesTable } from '../results/tables/machines.ts';
import { readingsTable } from '../results/tables/readings.ts';
import { type RunRow, runsTable } from '../results/tables/runs.ts';
import { type RuntimeRow, runtimesTable } from '../results/tables/runtimes.ts';
import { samplesTable } from '../results/tables/samples.ts';
import { summaryTable } from '../results/tables/summary.ts';
import { writeTables } from '../results/write-tables.ts';

/** Everything that a comparison has recorded. */
export interface RecordedComparison {
  readonly facts: ComparisonFacts;
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
  /** The journal alone has readings and samples: they are streamed, never all in memory. */
  readonly journalPath: string;
}

/** The tables of a comparison: where they are, and what was computed for them. */
export interface WrittenComparison extends Analysis {
  readonly path: string;
}

/**
 * Analyses the runs of a comparison, and writes its seven tables and their descriptor to the first place that takes them.
 *
 * @throws StorageError when none does.
 */
export function writeComparison(
  { facts, machine, runtimes, runs, journalPath }: RecordedComparison,
  places: readonly ResultsPaths[],
  workloads: ReadonlyMap<string, Workload>,
): WrittenComparison {
  const { summary, costs } = analyseRuns(runs, workloads);
  const { place } = writeWherePossible(
    places,
    (target) =>
      writeTables(target, facts, [
        { table: machinesTable, portions: [[machine]] },
        { table: runtimesTable, portions: [runtimes] },
        { table: runsTable, portions: [runs] },
        { table: readingsTable, portions: portionsOf(journalPath, 'readings') },
        { table: samplesTable, portions: portionsOf(journalPath, 'samples') },
        { table: summaryTable, portions: [summary] },
        { table: costsTable, portions: [costs] },
      ]),
    `all ${runs.length} runs are kept in ${journalPath}: free some space, then write the tables with --resume`,
  );
  return { path: place.path, summary, costs };
}

function* portionsOf(journalPath: string, part: 'readings' | 'samples') {
  for (const rows of readJournal(journalPath)) yield rows[part];
}
