import { median } from 'simple-statistics';
import { grainsOn } from '../../analyse/grain-of.ts';
import { CONFIDENCE } from '../../analyse/interval.ts';
import { okValues } from '../../analyse/ok-values.ts';
import { nameOf } from '../../analyse/pair-runtimes.ts';
import { sampleOf } from '../../analyse/rank.ts';
import { areApart, type Ratio, ratioOfFigures } from '../../analyse/ratio.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import type { RunMetric } from '../../model/metric.ts';
import type { Measurements, Results } from '../../results/read-results.ts';
import type { CostRow } from '../../results/tables/costs.ts';
import { formatBytes, formatBytesPerTask, formatCount } from '../../text/quantity.ts';
import { formatRatio } from '../report/ranking.ts';

const MILLION = 1_000_000;
/** If threads cost the memory, many of them would cost more than this; the post's claim is held against the same. */
const MORE_WITH_MANY_THREADS = 1.1;

/** What the results are searched for. */
export interface FindingSources {
  /** With the runs of machines that agree pooled. */
  readonly tasks: Results;
  readonly timers: Results;
  /** A million goroutines with few and with many threads; undefined where it was not measured. */
  readonly goThreads: Results | undefined;
}

/**
 * What README.md says that the results show, a sentence or two each in Markdown. A finding is there only while the intervals
 * of the results decide it.
 */
export function findings(sources: FindingSources): readonly string[] {
  return [goIsNotThreads, sameProgram, timersAreNotTasks].flatMap((find) => find(sources) ?? []);
}

function goIsNotThreads({ tasks, goThreads }: FindingSources): string | undefined {
  const cost = costOf(tasks, 'go');
  const memory = valuesOf(tasks, 'go', MILLION, metrics.peak_rss_bytes);
  if (goThreads === undefined || cost === undefined || memory.length === 0) return undefined;
  const [few, many] = ['go+procs1', 'go+procs64'].map((runtime) => ({
    peaks: valuesOf(goThreads, runtime, MILLION, metrics.peak_rss_bytes),
    threads: valuesOf(goThreads, runtime, MILLION, metrics.threads_peak),
  }));
  if (!few?.peaks.length || !many?.peaks.length) return undefined;
  const ratio = ratioOf(goThreads, metrics.peak_rss_bytes, many.peaks, few.peaks);
  if (ratio?.interval === undefined || ratio.interval.high >= MORE_WITH_MANY_THREADS)
    return undefined;
  const [needs, alsoNeeds] = [few, many].map(
    ({ peaks, threads }) =>
      `${formatBytes(median(peaks))} with up to ${formatCount(Math.max(...threads))} threads`,
  );
  return `**Go needs ${formatBytes(median(memory))}, and not because of threads:** it needs ${needs} (GOMAXPROCS=1), ${alsoNeeds} (GOMAXPROCS=64). One more goroutine costs ${formatBytesPerTask(cost.bytes_per_task)}. ([report](results/one-million/report.md), [threads](results/go-threads/report.md), [the claim](results/claims.md))`;
}

function sameProgram({ tasks }: FindingSources): string | undefined {
  const peaks = ['bun', 'node', 'deno'].map((runtime) =>
    valuesOf(tasks, runtime, MILLION, metrics.peak_rss_bytes),
  );
  const [bun, node, deno] = peaks;
  if (!bun?.length || !node?.length || !deno?.length) return undefined;
  const peakRatio = ratioOf.bind(undefined, tasks, metrics.peak_rss_bytes);
  const ratio = peakRatio(deno, bun);
  const areApart = [peakRatio(node, bun), peakRatio(deno, node), ratio].every(isMore);
  if (!areApart || ratio === undefined) return undefined;
  return `**The same JavaScript needs ${formatRatio(ratio)} times the memory under Deno as under Bun:** ${formatBytes(median(bun))} under Bun, ${formatBytes(median(node))} under Node.js, ${formatBytes(median(deno))} under Deno. ([report](results/one-million/report.md), [program](workloads/js/tasks.mjs))`;
}

function timersAreNotTasks({ tasks, timers }: FindingSources): string | undefined {
  const [task, timer] = [tasks, timers].map((results) =>
    valuesOf(results, 'node', MILLION, metrics.parked_rss_bytes),
  );
  if (!task?.length || !timer?.length) return undefined;
  if (!isMore(ratioOf(tasks, metrics.parked_rss_bytes, task, timer))) return undefined;
  return `**A timer is not a task.** Under Node.js, a million sleeping tasks need ${formatBytes(median(task))}, a million bare timers ${formatBytes(median(timer))}; the 2024 post's program for Node.js measured timers. ([tasks](results/one-million/report.md), [timers](results/one-million-timers/report.md))`;
}

function ratioOf(
  { runs, machines }: Measurements,
  metric: RunMetric,
  values: readonly number[],
  baseline: readonly number[],
): Ratio | undefined {
  const grain = grainsOn(machines)(metric, runs);
  const [figures, others] = [values, baseline].map((one) => sampleOf(one, metric, grain));
  return figures && others && ratioOfFigures(figures, others, CONFIDENCE, grain);
}

function isMore(ratio: Ratio | undefined): boolean {
  return ratio !== undefined && areApart(ratio) && ratio.ratio > 1;
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
