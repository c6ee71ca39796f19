import type { Workload } from '../../model/workload.ts';
import type { ComparisonFacts } from '../../results/comparison-facts.ts';
import type { MachineRow } from '../../results/tables/machines.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { headlineTables } from '../headline-tables.ts';
import { outcomeLine } from '../outcome-line.ts';
import { methodLines } from './method.ts';
import type { ReportData } from './report-data.ts';
import { type ReportSection, sectionsOf } from './report-section.ts';
import type { ReportTable } from './report-table.ts';
import { failureTable, noiseTable } from './run-notes.ts';

/** Everything that a report says, in its order; the Markdown and HTML pages differ in form only. */
export interface Report {
  readonly facts: ComparisonFacts;
  readonly sections: readonly ReportSection[];
  /** How the runs went, in a line. */
  readonly outcome: string;
  readonly method: readonly string[];
  readonly machines: readonly MachineRow[];
  readonly runtimes: readonly RuntimeRow[];
  readonly failures: ReportTable;
  readonly noise: ReportTable;
}

/** Turns the tables of a results folder into what is reported. The same tables always give the same report. */
export function reportOf(data: ReportData, workloads: ReadonlyMap<string, Workload>): Report {
  const { facts, machines, runtimes, summary, costs, runs } = data;
  const tables = headlineTables(summary, costs, workloads);
  return {
    facts,
    sections: tables.flatMap((table) => sectionsOf(table, data, tables.length === 1)),
    outcome: outcomeLine(runs),
    method: methodLines(facts, runs, workloads),
    machines,
    runtimes,
    failures: failureTable(runs),
    noise: noiseTable(runs),
  };
}
