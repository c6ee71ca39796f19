import type { Analysis } from '../analyse/analyse-runs.ts';
import { costsTable } from '../results/tables/costs.ts';
import { type MachineRow, machinesTable } from '../results/tables/machines.ts';
import { type ReadingRow, readingsTable } from '../results/tables/readings.ts';
import { type RunRow, runsTable } from '../results/tables/runs.ts';
import { type RuntimeRow, runtimesTable } from '../results/tables/runtimes.ts';
import { type SampleRow, samplesTable } from '../results/tables/samples.ts';
import { summaryTable } from '../results/tables/summary.ts';
import type { TableContent } from '../results/write-tables.ts';

/** The measured rows. The two long tables come in portions because they may not fit in memory. */
export interface MeasuredRows {
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
  readonly readings: Iterable<readonly ReadingRow[]>;
  readonly samples: Iterable<readonly SampleRow[]>;
}

/** Every table of a results folder with its rows, measured and computed. */
export function tableContents(
  { machines, runtimes, runs, readings, samples }: MeasuredRows,
  { summary, costs }: Analysis,
): readonly TableContent[] {
  return [
    { table: machinesTable, portions: [machines] },
    { table: runtimesTable, portions: [runtimes] },
    { table: runsTable, portions: [runs] },
    { table: readingsTable, portions: readings },
    { table: samplesTable, portions: samples },
    { table: summaryTable, portions: [summary] },
    { table: costsTable, portions: [costs] },
  ];
}
