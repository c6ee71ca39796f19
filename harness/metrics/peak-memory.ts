import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { PAGE_BYTES } from './grains.ts';
import { highest } from './highest.ts';
import type { MeasuredRun } from './measured-run.ts';
import { processesPeak } from './processes.ts';
import type { RunColumns } from './run-column.ts';

/** The source of a peak. */
const PEAK_SOURCES = ['vmhwm', 'vmhwm-sum', 'polled'] as const;

export type PeakSource = (typeof PEAK_SOURCES)[number];

/** The highest memory of a run. */
export const peakMemory = defineMetrics({
  peak_rss_bytes: {
    type: 'integer',
    description: 'Peak resident memory up to "finished"; peak_source says how it was measured',
    label: 'peak memory',
    unit: 'byte',
    grain: PAGE_BYTES,
    better: 'lower',
    isResidentMemory: true,
    isSummarised: true,
    of: (run) => peakOf(run).bytes,
  },
});

/** Whether a peak is exact, an upper bound or a lower bound. */
export const peakSource = {
  peak_source: {
    type: 'string',
    values: PEAK_SOURCES,
    description:
      "vmhwm: the kernel's high-water mark of a single process, exact; vmhwm-sum: the sum of the high-water marks of several processes, an upper bound; polled: the highest sample, a lower bound",
    of: (run) => peakOf(run).source,
  },
} as const satisfies RunColumns;

/**
 * The peak of a run. The kernel's high-water mark is exact when it is read at the last checkpoint, while the program
 * waits. The kernel updates it from counters that may lag by a few pages per CPU, so an earlier reading or sample can be
 * higher; the peak is then that value. Without the last checkpoint, the peak is the highest value that polling saw.
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
