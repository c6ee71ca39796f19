import type { GrainOf } from '../../analyse/grain-of.ts';
import { poolMachines } from '../../analyse/pool-machines.ts';
import { type Runtime, withoutVariant } from '../../model/runtime.ts';
import type { ComparisonFacts } from '../../results/comparison-facts.ts';
import type { Results } from '../../results/read-results.ts';
import type { ChartRuntime } from '../charts/chart-figure.ts';
import { chartRuntimes } from './chart-runtimes.ts';
import type { ReadCurveRows } from './memory-curves.ts';
import { type RunsOf, runsByCase } from './runs-by-case.ts';

/** What a report is made from, wherever it comes from. */
type Reported = Omit<Results, 'source'>;

/** Everything that a report is made from: the tables, and what is looked up in them again and again. */
export interface ReportData extends Reported {
  readonly runsOf: RunsOf;
  readonly grainOf: GrainOf;
  /** How charts name each runtime, by its id. */
  readonly chartRuntimes: ReadonlyMap<string, ChartRuntime>;
  /** Reads the readings and samples of the runs whose curves are drawn, and of no others. */
  readonly readCurveRows: ReadCurveRows;
}

/** What judges figures: the steps of their metrics, and the precision that was asked of the comparison. */
export interface Judging extends Pick<ReportData, 'runsOf' | 'grainOf'> {
  readonly facts: Pick<ComparisonFacts, 'untilSettled'>;
}

/** The language of each runtime that is declared, by its name without a version. */
export type DeclaredFamilies = ReadonlyMap<string, Pick<Runtime, 'family'>>;

/** Prepares the tables of a results folder for a report. */
export function reportDataOf(
  results: Reported,
  readCurveRows: ReadCurveRows,
  declared: DeclaredFamilies,
): ReportData {
  const { runs, grainOf } = poolMachines(results.runs, results.machines);
  return {
    ...results,
    runsOf: runsByCase(runs),
    grainOf,
    chartRuntimes: chartRuntimes(
      results.runtimes,
      (name) => declared.get(withoutVariant(name))?.family,
    ),
    readCurveRows,
  };
}
