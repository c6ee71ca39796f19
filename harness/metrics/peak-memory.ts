import type { Reading } from '../kernel/reading.ts';
import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { PAGE } from './grains.ts';
import { highest } from './highest.ts';
import type { ChargedPeaks, MeasuredRun } from './measured-run.ts';
import { processesPeak } from './processes.ts';
import type { RunColumns } from './run-column.ts';

/** The source of a peak. */
const PEAK_SOURCES = [
  'vmhwm',
  'maxrss',
  'cgroup',
  'several-at-least',
  'vmhwm-sum',
  'polled',
] as const;

export type PeakSource = (typeof PEAK_SOURCES)[number];

/** The highest memory of a run. */
export const peakMemory = defineMetrics({
  peak_rss_bytes: {
    type: 'integer',
    description: 'Peak resident memory up to "finished"; peak_source says how it was measured',
    label: 'peak memory',
    unit: 'byte',
    grain: PAGE,
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
      "vmhwm: the kernel's high-water mark of a single process at the last checkpoint, exact; maxrss: the same mark at the end of the process, exact; cgroup: for several processes, counting shared memory once: the peak charge of their control group, minus kernel memory and page cache, plus the file pages of the largest process, within 2 %; several-at-least: the largest of several processes, or the sum of all where it was observed, a lower bound; polled: the highest sample, a lower bound; vmhwm-sum (up to version 0.1.0): the sum of the high-water marks of several processes, an upper bound",
    of: (run) => peakOf(run).source,
  },
} as const satisfies RunColumns;

interface Peak {
  readonly bytes: number | null;
  readonly source: PeakSource | null;
}

/** The peak of a run's resident memory from the best available source, and that source. */
function peakOf(run: MeasuredRun): Peak {
  const peak = hadOneProcess(run)
    ? (markAtTheLastCheckpoint(run) ?? markAtTheEnd(run) ?? highestSeen(run))
    : (peakOfTheGroup(run) ?? highestOfSeveral(run));
  return peak.bytes === null ? { bytes: null, source: null } : peak;
}

function hadOneProcess(run: MeasuredRun): boolean {
  const { count = 0, haveWaitedForChildren = false } = run.endedProcesses ?? {};
  return (processesPeak(run) ?? 1) === 1 && count <= 1 && !haveWaitedForChildren;
}

/**
 * The kernel's high-water mark, read while the program waits at its last checkpoint: exact. The kernel updates it from
 * counters that may lag by a few pages per CPU, so an earlier reading or sample can be higher; the peak is then that
 * value.
 */
function markAtTheLastCheckpoint({ readings, observed }: MeasuredRun): Peak | undefined {
  const last = readings.at(-1);
  return last?.checkpoint === LAST_CHECKPOINT && last.peakRssBytes !== null
    ? {
        bytes: highest([...marksRead(readings), observed?.sampled.peakRssBytes]),
        source: 'vmhwm',
      }
    : undefined;
}

/** The high-water mark that the kernel reports when the process ends: exact, however short the process. */
function markAtTheEnd({ endedProcesses }: MeasuredRun): Peak | undefined {
  return endedProcesses === undefined || endedProcesses.count === 0
    ? undefined
    : { bytes: endedProcesses.largestPeakRssBytes, source: 'maxrss' };
}

/** The highest value that polling saw: a lower bound. */
function highestSeen({ readings, observed }: MeasuredRun): Peak {
  const curve = observed?.curve.map(({ rssBytes }) => rssBytes) ?? [];
  return {
    bytes: highest([...marksRead(readings), ...curve, observed?.sampled.peakRssBytes]),
    source: 'polled',
  };
}

/**
 * The peak charge of the run's control group, without kernel memory and page cache, plus the file pages that its largest
 * process maps: these are resident, but often charged to the group that read them first. The parts may peak at different
 * moments; the sum is then slightly low.
 */
function peakOfTheGroup(run: MeasuredRun): Peak | undefined {
  const { observed } = run;
  const ownBytes = observed?.charged === undefined ? null : ownMemory(observed.charged);
  if (observed === undefined || ownBytes === null) return undefined;
  const together = ownBytes + (observed.sampled.largestFileRssBytes ?? 0);
  return {
    bytes: highest([together, highestOfSeveral(run).bytes]),
    source: 'cgroup',
  };
}

/** The memory of the processes: anonymous memory and files in memory. */
function ownMemory({ chargedBytes, kernelBytes, pageCacheBytes }: ChargedPeaks): number | null {
  return chargedBytes === null || kernelBytes === null || pageCacheBytes === null
    ? null
    : chargedBytes - kernelBytes - pageCacheBytes;
}

/** The largest process observed or waited for, or the sum of all where it was observed: a lower bound. */
function highestOfSeveral({ observed, endedProcesses }: MeasuredRun): Peak {
  return {
    bytes: highest([
      observed?.highestPssBytes,
      observed?.sampled.largestPeakRssBytes,
      endedProcesses?.largestPeakRssBytes,
    ]),
    source: 'several-at-least',
  };
}

function marksRead(readings: readonly Reading[]): readonly (number | null)[] {
  return readings.flatMap(({ rssBytes, peakRssBytes }) => [rssBytes, peakRssBytes]);
}
