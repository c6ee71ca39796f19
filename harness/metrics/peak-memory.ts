import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { PAGE_BYTES } from './grains.ts';
import { highest } from './highest.ts';
import type { MeasuredRun } from './measured-run.ts';
import { processesPeak } from './processes.ts';
import type { RunColumns } from './run-column.ts';

/** What a peak was read from. */
const PEAK_SOURCES = ['vmhwm', 'vmhwm-sum', 'polled'] as const;

export type PeakSource = (typeof PEAK_SOURCES)[number];

/** The highest memory of a run. */
export const peakMemory = defineMetrics({
  peak_rss_bytes: {
    type: 'integer',
    description: 'Highest resident memory up to "finished", see peak_source',
    label: 'peak memory',
    unit: 'byte',
    grain: PAGE_BYTES,
    better: 'lower',
    isResidentMemory: true,
    isSummarised: true,
    of: (run) => peakOf(run).bytes,
  },
});

/** How far a peak can be trusted: exact, or a bound in which direction. */
export const peakSource = {
  peak_source: {
    type: 'string',
    values: PEAK_SOURCES,
    description:
      "vmhwm: the kernel's high-water mark of the one process, exact; vmhwm-sum: the sum of the marks of several processes, an upper bound; polled: the highest sample, a lower bound",
    of: (run) => peakOf(run).source,
  },
} as const satisfies RunColumns;

/**
 * The kernel's high-water mark, exact when it was read at the last checkpoint, while the program waited. The kernel
 * raises it from counters that may lag by some pages (a few per CPU), so that any earlier reading, at a checkpoint or
 * in a sample, can be higher: then that was the peak. Without a last checkpoint it is the highest that polling saw.
 */
function peakOf(run: MeasuredRun): {
  readonly bytes: number | null;
  readonly source: PeakSource | null;
} {
  const { readings, observed } = run;
  const read = readings.flatMap(({ rssBytes, peakRssBytes }) => [rssBytes, peakRssBytes]);
  const sampledMark = observed?.sampled.peakRssBytes ?? null;
  const last = readings.at(-1);
  if (last?.checkpoint === LAST_CHECKPOINT && last.peakRssBytes !== null) {
    return (processesPeak(run) ?? 1) > 1
      ? { bytes: highest(read), source: 'vmhwm-sum' }
      : { bytes: highest([...read, sampledMark]), source: 'vmhwm' };
  }
  const curve = observed?.curve.map(({ rssBytes }) => rssBytes) ?? [];
  const bytes = highest([...read, ...curve, sampledMark]);
  return { bytes, source: bytes === null ? null : 'polled' };
}
