import type { Catalogue } from '../catalogue.ts';
import { planSuites, type SuiteOptions } from '../compare/plan-suites.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { orderLines, planLine } from '../present/terminal/plan-summary.ts';
import { shortPath } from '../results/results-path.ts';
import { ExitCode } from './exit-code.ts';
import { makeAndReport } from './make-and-report.ts';

/** The options of `compare`. */
export interface CompareOptions extends SuiteOptions {
  /** Shows the plan, and runs nothing. */
  readonly dryRun: boolean;
  /** Resumes the comparison that was begun in the folder. */
  readonly resume: boolean;
}

/** Measures suites, one after the other, and writes their tables. */
export async function compare(
  suiteIds: readonly string[],
  options: CompareOptions,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const display = new ComparisonDisplay(catalogue.workloads);
  const planned = await planSuites(suiteIds, options, catalogue, display.report);
  if (options.dryRun) {
    for (const { plan, folder } of planned.comparisons) {
      console.log([planLine(plan, shortPath(folder.path)), ...orderLines(plan)].join('\n'));
    }
    return ExitCode.ok;
  }
  return makeAndReport(planned, { limits: options, resume: options.resume }, catalogue, display);
}
