import type { PeakSource } from '../../metrics/peak-memory.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonFacts } from '../../results/data-package.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { formatCount } from '../../text/quantity.ts';

/** What a peak is, by what it was read from. */
const PEAK_SOURCES: Readonly<Record<PeakSource, string>> = {
  vmhwm:
    "Peak memory is the kernel's own high-water mark (VmHWM), read while the program waits at its last checkpoint: exact.",
  maxrss:
    "Of runs without a last checkpoint, peak memory is the kernel's own high-water mark at the end of the process: exact (maxrss).",
  cgroup:
    "Of runs of several processes, peak memory is the peak of their control group without the kernel's own memory and page cache, so what they share counts once: within 2 % (cgroup).",
  'several-at-least':
    'Of runs of several processes without a control group, peak memory is that of the largest, or of all together when that was seen: a lower bound (several-at-least).',
  'vmhwm-sum':
    'Of runs of several processes, peak memory is the sum of their high-water marks: an upper bound (vmhwm-sum).',
  polled:
    'Of runs without a last checkpoint, peak memory is the highest that polling saw: a lower bound (polled).',
};

const PROVEN =
  'A program says when it has reached a checkpoint and waits; meanwhile its memory is read from outside, so nothing is guessed by polling. Its work is proven: all tasks started, finished, and were alive at once where the workload promises it.';
const UNPROVEN =
  'A command of anyone need not speak with the harness: where it does not, its memory is polled, and that it did its work is not checked.';

/** How the figures came about, a sentence or two an item. */
export function methodLines(
  facts: ComparisonFacts,
  runs: readonly RunRow[],
  workloads: ReadonlyMap<string, Workload>,
): readonly string[] {
  const isProven = runs.every((run) => workloads.get(run.workload)?.keepsContract !== false);
  const sources = new Set(
    runs.flatMap(({ status, peak_source }) => (status === 'ok' ? [peak_source] : [])),
  );
  return [
    `${formatCount(facts.plannedRuns)} runs were planned: every case ${facts.repeats} times, in blocks that hold each case once, shuffled with seed ${facts.seed}, so that drift of the machine hits all alike.`,
    isProven ? PROVEN : UNPROVEN,
    ...Object.entries(PEAK_SOURCES).flatMap(([source, line]) =>
      sources.has(source) ? [line] : [],
    ),
    'Figures are medians of the runs that were ok; a run that was not enters nothing and is named under "How the runs went". ± is half the range of the runs.',
    'Thin lines at bars and points, and ranges in brackets, are 95 % intervals; with fewer than three runs there is none, and with three to five it holds in 85 % where noise has two modes of nearly equal weight.',
    'The cost of a task is the slope of memory over the number of tasks, by a robust line through at least four sizes; ≈ where one number does not describe it.',
    'Rank r means that r − 1 runtimes are surely better, in at least 95 % of such rankings: runtimes that the runs do not tell apart share one. Where noise has two sharp modes it is less, since all of few runs can be of one: with three runs 78 to 93 % of rankings of 6, 53 to 84 % of rankings of 18; with five runs 87 % and more. Ratios are of medians, with intervals that hold for all pairs of a table at once.',
    'Times are of the harness’s clock, from the release of one checkpoint to the arrival of the next, so that start-up is in none of them.',
    'The memory curve is sampled, for looking at only: no figure comes from it. It is of the run nearest the median.',
  ];
}
