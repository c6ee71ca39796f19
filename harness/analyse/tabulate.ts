import type { Workload } from '../model/workload.ts';
import { readJournal } from '../record/journal.ts';
import type { ComparisonFacts } from '../results/comparison-facts.ts';
import type { ResultsPaths } from '../results/results-path.ts';
import { type CostRow, costsTable } from '../results/tables/costs.ts';
import { type MachineRow, machinesTable } from '../results/tables/machines.ts';
import { readingsTable } from '../results/tables/readings.ts';
import { type RunRow, runsTable } from '../results/tables/runs.ts';
import { type RuntimeRow, runtimesTable } from '../results/tables/runtimes.ts';
import { samplesTable } from '../results/tables/samples.ts';
import { type SummaryRow, summaryTable } from '../results/tables/summary.ts';
import { writeTables } from '../results/write-tables.ts';
import { costRows } from './costs.ts';
import { summaryRows } from './summary.ts';

/** What a comparison has recorded. */
export interface Recorded {
  readonly facts: ComparisonFacts;
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
  /** The journal, which alone has readings and samples: they are streamed, not kept. */
  readonly journalPath: string;
}

/**
 * Writes the seven tables and the descriptor of a comparison.
 *
 * @returns what was computed, for showing it.
 */
export function tabulate(
  recorded: Recorded,
  target: ResultsPaths,
  workloads: ReadonlyMap<string, Workload>,
): { readonly summary: readonly SummaryRow[]; readonly costs: readonly CostRow[] } {
  const summary = summaryRows(recorded.runs);
  const costs = costRows(recorded.runs, workloads);
  writeTables(target, recorded.facts, [
    { table: machinesTable, portions: [[recorded.machine]] },
    { table: runtimesTable, portions: [recorded.runtimes] },
    { table: runsTable, portions: [recorded.runs] },
    { table: readingsTable, portions: journalPortions(recorded.journalPath, 'readings') },
    { table: samplesTable, portions: journalPortions(recorded.journalPath, 'samples') },
    { table: summaryTable, portions: [summary] },
    { table: costsTable, portions: [costs] },
  ]);
  return { summary, costs };
}

function* journalPortions(path: string, part: 'readings' | 'samples') {
  for (const rows of readJournal(path)) yield rows[part];
}
