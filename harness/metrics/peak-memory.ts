import type { Reading } from '../kernel/reading.ts';
import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { PAGE_BYTES } from './grains.ts';
import { highest } from './highest.ts';
import type { ChargedPeaks, MeasuredRun } from './measured-run.ts';
import { processesPeak } from './processes.ts';
import type { RunColumns } from './run-column.ts';

/** What a peak was read from. */
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
      "vmhwm: the kernel's high-water mark of the one process at the last checkpoint, exact; maxrss: the same mark at its end, exact; cgroup: of several processes, what they share once: the peak charge of their control group, less kernel memory and page cache, plus the file pages of the largest process, within 2 %; several-at-least: the largest of several processes, or all together when seen, a lower bound; polled: the highest sample, a lower bound; vmhwm-sum (up to version 0.1.0): the sum of the marks of several processes, an upper bound",
    of: (run) => peakOf(run).source,
  },
} as const satisfies RunColumns;

interface Peak {
  readonly bytes: number | null;
  readonly source: PeakSource | null;
}

/** The peak of a run's resident memory by the best account that there is of it, and which that is. */
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
 * The kernel's high-water mark, read while the program waited at its last checkpoint: exact. The kernel raises it from
 * counters that may lag by some pages (a few per CPU), so that any earlier reading, at a checkpoint or in a sample, can
 * be higher: then that was the peak.
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

/** The same mark as the kernel tells it when the process has ended, however short it lived: exact. */
function markAtTheEnd({ endedProcesses }: MeasuredRun): Peak | undefined {
  return endedProcesses === undefined || endedProcesses.count === 0
    ? undefined
    : { bytes: endedProcesses.largestPeakRssBytes, source: 'maxrss' };
}

/** The highest that polling saw: a lower bound. */
function highestSeen({ readings, observed }: MeasuredRun): Peak {
  const curve = observed?.curve.map(({ rssBytes }) => rssBytes) ?? [];
  return {
    bytes: highest([...marksRead(readings), ...curve, observed?.sampled.peakRssBytes]),
    source: 'polled',
  };
}

/**
 * What the kernel charged to the run's control group at most, without the kernel's own memory and without the files that
 * the run has read or written, and with the file pages that its largest process has mapped: those are resident, and often charged
 * to whoever read them first. The parts need not have been highest at the same moment: then the sum is a little low.
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

/** Of the processes alone: what is left is anonymous memory and files in memory. */
function ownMemory({ chargedBytes, kernelBytes, pageCacheBytes }: ChargedPeaks): number | null {
  return chargedBytes === null || kernelBytes === null || pageCacheBytes === null
    ? null
    : chargedBytes - kernelBytes - pageCacheBytes;
}

/** The largest process that was seen or waited for, or all together when that was seen: a lower bound. */
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
