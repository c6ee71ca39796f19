import type { Catalogue } from '../catalogue.ts';
import { planSuites, type SuiteOptions } from '../compare/plan-suites.ts';
import { cutShard } from '../plan/cut-shard.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { orderLines, planLine } from '../present/terminal/plan-summary.ts';
import { shortPath } from '../results/results-path.ts';
import { type ClusterOptions, compareWithSlurm } from './compare-on-slurm.ts';
import { ExitCode } from './exit-code.ts';
import { makeAndReport } from './make-and-report.ts';

/** The options of `compare`. */
export interface CompareOptions extends SuiteOptions, ClusterOptions {
  /** Where the runs are made. Default: on this machine. */
  readonly on?: 'slurm' | undefined;
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
  if (options.on === 'slurm' && !options.dryRun) {
    return compareWithSlurm(suiteIds, options, catalogue);
  }
  const display = new ComparisonDisplay(catalogue.workloads);
  const planned = await planSuites(suiteIds, options, catalogue, display.report);
  if (options.dryRun) {
    for (const { plan, folder } of planned.comparisons) {
      const ours = cutShard(plan, options.shard);
      console.log([planLine(ours, shortPath(folder.path)), ...orderLines(ours)].join('\n'));
    }
    return ExitCode.ok;
  }
  const { shard, resume } = options;
  return makeAndReport(planned, { limits: options, shard, resume }, catalogue, display);
}
