import type { PeakSource } from '../../metrics/peak-memory.ts';
import { LEAST_BLOCKS } from '../../model/repeats.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonFacts } from '../../results/comparison-facts.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { formatCount } from '../../text/quantity.ts';

/** What peak memory means, by its source. */
const PEAK_SOURCES: Readonly<Record<PeakSource, string>> = {
  vmhwm:
    "Peak memory is the kernel's high-water mark (VmHWM), read while the program waits at its last checkpoint. It is exact.",
  maxrss:
    "Where a run has no last checkpoint, its peak memory is the kernel's high-water mark at the end of the process. It is exact (maxrss).",
  cgroup:
    'Where a run has several processes, its peak memory is the peak of their control group without kernel memory and page cache, so what they share counts once: within 2 % (cgroup).',
  'several-at-least':
    'Where a run has several processes and no control group, its peak memory is that of the largest, or of all together when that was seen: a lower bound (several-at-least).',
  'vmhwm-sum':
    'Where a run has several processes, its peak memory is the sum of their high-water marks: an upper bound (vmhwm-sum).',
  polled:
    'Where a run has no last checkpoint, its peak memory is the highest value that polling saw: a lower bound (polled).',
};

const PROVEN =
  'A program reports each checkpoint and waits there while its memory is read from outside, so no figure depends on polling. Its work is proven: all tasks started and finished, and all were alive at once where the workload promises it.';
const UNPROVEN =
  'A command need not know of the harness. If it reports no checkpoints, its memory is polled, and its work is not checked.';

/** How the figures were measured, in items of a few sentences. */
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
    `${formatCount(facts.plannedRuns)} runs were planned: ${howOften(facts)}, in blocks of each case once, shuffled with seed ${facts.seed}, so that drift of the machine affects all cases alike.`,
    isProven ? PROVEN : UNPROVEN,
    ...Object.entries(PEAK_SOURCES).flatMap(([source, line]) =>
      sources.has(source) ? [line] : [],
    ),
    'Figures are medians of the runs that were ok. Failed runs enter no figure; "How the runs went" lists them. Ranges in brackets are 95 % intervals, also when runs were added until a figure was settled. ~ marks a figure that is not settled: its interval is wider than the precision asked for, or it has fewer than six runs.',
    'Where no single value describes the runs, the figure says so: two values around which they gather and how often each, or between which values they lie. Both are claimed of twelve runs or more.',
    'Dots at bars and points are runs. Thin lines at the cost of a task are 95 % intervals. With fewer than three runs there is none. With three to five runs, it covers the true value in only 85 % of cases if the noise has two modes of nearly equal weight.',
    'The cost of a task is the slope of memory over the number of tasks: a robust line through at least four sizes. ≈ marks a cost that one number does not describe well.',
    'Rank 2–9 means that one runtime is surely better and that the places after the ninth are taken by runtimes that are surely worse; the runs do not tell which place between it is. A runtime whose runs are a spread or have two modes is placed by all of them. At least 95 % of such rankings are free of error. The share is lower if the noise has two sharp modes, since a few runs can all fall into one: 78 to 93 % for 6 runtimes and 53 to 84 % for 18 with three runs each, 87 % or more with five. Ratios are of medians; their intervals hold for all pairs of a table together.',
    'Times are taken by the clock of the harness, from the release of one checkpoint to the arrival of the next, so none includes start-up.',
    'Memory curves are sampled and for illustration only: no figure comes from them. Each shows the run nearest the median.',
  ];
}

function howOften({ repeats, untilSettled }: ComparisonFacts): string {
  return untilSettled === undefined
    ? `every case ${repeats} times`
    : `every case ${LEAST_BLOCKS} times, and then until its figure was settled, at most ${repeats} times`;
}
