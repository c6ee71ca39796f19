import type { Workload } from '../../model/workload.ts';
import type { ComparisonFacts } from '../../results/comparison-facts.ts';
import type { Results } from '../../results/read-results.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { headlineTables } from '../headline-tables.ts';
import { outcomeLine } from '../terminal/after-the-runs.ts';
import { casesOf } from './cases.ts';
import { chartRuntimes } from './chart-runtimes.ts';
import type { ReadCurveRows } from './memory-curves.ts';
import { methodLines } from './method.ts';
import type { ReportTable } from './report-table.ts';
import { failureTable, noiseTable } from './run-notes.ts';
import { type Section, sectionOf } from './section.ts';

/** Everything that a report says, in the order in which it says it; pages differ in form only. */
export interface Report {
  readonly facts: ComparisonFacts;
  readonly sections: readonly Section[];
  /** How the runs went, in a line. */
  readonly outcome: string;
  readonly method: readonly string[];
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly failures: ReportTable;
  readonly noise: ReportTable;
}

/**
 * Turns the tables of a results folder into what is reported. The same tables always give the same report.
 *
 * @param readCurveRows reads the readings and samples of the runs whose curves are drawn, and of no others.
 */
export function reportOf(
  { facts, machines, runtimes, summary, costs }: Results,
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
  readCurveRows: ReadCurveRows,
): Report {
  const context = {
    facts,
    machines,
    summary,
    costs,
    cases: casesOf(runs),
    runtimes: chartRuntimes(runtimes),
    readCurveRows,
  };
  const tables = headlineTables(summary, costs, workloads);
  return {
    facts,
    sections: tables.map((table) => sectionOf(table, runtimes, tables.length === 1, context)),
    outcome: outcomeLine(runs),
    method: methodLines(facts, runs, workloads),
    machines,
    runtimes,
    failures: failureTable(runs),
    noise: noiseTable(runs),
  };
}
