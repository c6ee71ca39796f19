import { median } from 'simple-statistics';
import { CONFIDENCE } from '../../analyse/interval.ts';
import { okValues } from '../../analyse/ok-values.ts';
import { nameOf } from '../../analyse/pair-runtimes.ts';
import { sampleOf } from '../../analyse/rank.ts';
import { areApart, type Ratio, ratioOfFigures, ratioOfMedians } from '../../analyse/ratio.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import type { RunMetric } from '../../model/metric.ts';
import type { Measurements, Results } from '../../results/read-results.ts';
import type { CostRow } from '../../results/tables/costs.ts';
import { formatBytes, formatBytesPerTask, formatCount } from '../../text/quantity.ts';
import { formatRatio } from '../report/ranking.ts';

const MILLION = 1_000_000;
/** So many times as many threads would be many; the post's claim is held against the same. */
const MANY_TIMES = 10;

/** What the results are searched for. */
export interface FindingSources {
  /** With the runs of machines that agree pooled. */
  readonly tasks: Results;
  readonly timers: Results;
}

/**
 * What README.md says that the results show, a sentence or two each in Markdown. A finding is there only while the intervals
 * of the results decide it.
 */
export function findings(sources: FindingSources): readonly string[] {
  return [goIsNotThreads, sameProgram, timersAreNotTasks].flatMap((find) => find(sources) ?? []);
}

function goIsNotThreads({ tasks }: FindingSources): string | undefined {
  const [many, one] = [MILLION, 1].map((size) => valuesOf(tasks, 'go', size, metrics.threads_peak));
  const memory = valuesOf(tasks, 'go', MILLION, metrics.peak_rss_bytes);
  const cost = costOf(tasks, 'go');
  if (!many?.length || !one?.length || memory.length === 0 || cost === undefined) return undefined;
  const ratio = ratioOfMedians(many, one, undefined, metrics.threads_peak.grain);
  if (ratio?.interval === undefined || ratio.interval.high >= MANY_TIMES) return undefined;
  return `**Go needs ${formatBytes(median(memory))}, and not because of threads: it has ${formatCount(median(many))}.** With one goroutine it has ${formatCount(median(one))}. One more goroutine costs ${formatBytesPerTask(cost.bytes_per_task)}. ([report](results/one-million/report.md), [the claim](results/claims.md))`;
}

function sameProgram({ tasks }: FindingSources): string | undefined {
  const peaks = ['bun', 'node', 'deno'].map((runtime) =>
    valuesOf(tasks, runtime, MILLION, metrics.peak_rss_bytes),
  );
  const [bun, node, deno] = peaks;
  if (!bun?.length || !node?.length || !deno?.length) return undefined;
  const ratio = peakRatio(deno, bun);
  const areApart = [peakRatio(node, bun), peakRatio(deno, node), ratio].every(isMore);
  if (!areApart || ratio === undefined) return undefined;
  return `**The same JavaScript needs ${formatRatio(ratio)} times the memory under Deno as under Bun:** ${formatBytes(median(bun))} under Bun, ${formatBytes(median(node))} under Node.js, ${formatBytes(median(deno))} under Deno. ([report](results/one-million/report.md), [program](workloads/js/tasks.mjs))`;
}

function timersAreNotTasks({ tasks, timers }: FindingSources): string | undefined {
  const [task, timer] = [tasks, timers].map((results) => costOf(results, 'node'));
  if (task === undefined || timer === undefined) return undefined;
  if (!areDisjoint(timer, task)) return undefined;
  return `**A timer is not a task.** Under Node.js, a sleeping task costs ${formatBytesPerTask(task.bytes_per_task)}, a bare timer ${formatBytesPerTask(timer.bytes_per_task)}; the 2024 post's program for Node.js measured timers. ([tasks](results/one-million/report.md), [timers](results/one-million-timers/report.md))`;
}

function peakRatio(values: readonly number[], baseline: readonly number[]): Ratio | undefined {
  const [peaks, others] = [values, baseline].map((one) => sampleOf(one, metrics.peak_rss_bytes));
  return peaks && others && ratioOfFigures(peaks, others, CONFIDENCE, metrics.peak_rss_bytes.grain);
}

function isMore(ratio: Ratio | undefined): boolean {
  return ratio !== undefined && areApart(ratio) && ratio.ratio > 1;
}

function areDisjoint(lower: CostRow, higher: CostRow): boolean {
  return lower.ci_high !== null && higher.ci_low !== null && lower.ci_high < higher.ci_low;
}

/** The metric's values in the ok runs of a runtime at a size. */
function valuesOf(
  { runs }: Measurements,
  runtime: string,
  tasks: number,
  metric: RunMetric,
): readonly number[] {
  return okValues(
    runs.filter((run) => nameOf(run.runtime_id) === runtime && run.tasks === tasks),
    metric,
  );
}

function costOf({ costs }: Results, runtime: string): CostRow | undefined {
  return costs.find(({ runtime_id }) => nameOf(runtime_id) === runtime);
}
