import type { Table } from './table.ts';
import { costsTable } from './tables/costs.ts';
import { machinesTable } from './tables/machines.ts';
import { readingsTable } from './tables/readings.ts';
import { runsTable } from './tables/runs.ts';
import { runtimesTable } from './tables/runtimes.ts';
import { samplesTable } from './tables/samples.ts';
import { summaryTable } from './tables/summary.ts';

/** Every table of a results folder; each comes after the tables that it refers to. */
export const allTables: readonly Table[] = [
  machinesTable,
  runtimesTable,
  runsTable,
  readingsTable,
  samplesTable,
  summaryTable,
  costsTable,
];
