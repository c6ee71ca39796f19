import type { Catalogue } from '../catalogue.ts';
import { planSuites, type SuiteOptions } from '../compare/plan-suites.ts';
import { cutShard } from '../plan/cut-shard.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { orderLines, planLine, planSummary } from '../present/terminal/plan-summary.ts';
import { shortPath } from '../results/results-path.ts';
import { type ClusterOptions, compareWithSlurm } from './compare-on-slurm.ts';
import { continuingCompare } from './continuing-command.ts';
import { ExitCode } from './exit-code.ts';
import { makeAndReport } from './make-and-report.ts';
import { watched } from './watched.ts';

/** The options of `compare`. */
export interface CompareOptions extends SuiteOptions, ClusterOptions {
  /** Where the runs are made. Default: on this machine. */
  readonly on?: 'slurm' | undefined;
  /** Shows the plan, and runs nothing. */
  readonly dryRun: boolean;
  /** With `dryRun`: lists every run in its order. */
  readonly verbose: boolean;
  /** Serves the report while it is made. */
  readonly watch: boolean;
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
  const display = new ComparisonDisplay(catalogue.workloads, (suiteId, path) =>
    continuingCompare(suiteId, path, suiteIds, process.argv.slice(3)),
  );
  const planned = await planSuites(suiteIds, options, catalogue, display.report);
  if (options.dryRun) {
    for (const { plan, folder } of planned.comparisons) {
      const ours = cutShard(plan, options.shard);
      const lines = options.verbose ? orderLines(ours) : planSummary(ours);
      console.log([planLine(ours, shortPath(folder.path)), ...lines].join('\n'));
    }
    return ExitCode.ok;
  }
  const { shard, resume } = options;
  const making = { limits: options, shard, resume };
  if (!options.watch) return makeAndReport(planned, making, catalogue, display);
  return watched(catalogue, (live) =>
    makeAndReport(planned, making, catalogue, display, live.report),
  );
}
