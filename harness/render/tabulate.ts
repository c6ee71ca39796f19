import { costRows } from '../analyse/costs.ts';
import { summaryRows } from '../analyse/summary.ts';
import type { ComparisonFacts } from '../record/data-package.ts';
import { readJournal } from '../record/journal.ts';
import type { Place } from '../record/refuge.ts';
import { writeTables } from '../record/results-folder.ts';
import { type CostRow, costsTable } from '../record/tables/costs.ts';
import { type MachineRow, machinesTable } from '../record/tables/machines.ts';
import { readingsTable } from '../record/tables/readings.ts';
import { type RunRow, runsTable } from '../record/tables/runs.ts';
import { type RuntimeRow, runtimesTable } from '../record/tables/runtimes.ts';
import { samplesTable } from '../record/tables/samples.ts';
import { type SummaryRow, summaryTable } from '../record/tables/summary.ts';
import type { Workload } from '../vocabulary/workload.ts';

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
  target: Place,
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
