import type { Reading } from '../model/reading.ts';
import { LAST_CHECKPOINT } from '../model/workload.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { FinishedRun } from '../run/execute.ts';
import type { ChargedPeaks } from '../run/observe/charged-peaks.ts';
import { highest } from './highest.ts';

type Peak = Pick<RunRow, 'peak_rss_bytes' | 'peak_source'>;
type Run = Pick<FinishedRun, 'readings' | 'observed' | 'endedProcesses'>;

/** The peak of a run's resident memory by the best account that there is of it, and which that is. */
export function peakOf(run: Run): Peak {
  const peak = hadOneProcess(run)
    ? (markAtTheLastCheckpoint(run) ?? markAtTheEnd(run) ?? highestSeen(run))
    : (peakOfTheGroup(run) ?? highestOfSeveral(run));
  return peak.peak_rss_bytes === null ? { peak_rss_bytes: null, peak_source: null } : peak;
}

/** Most processes seen at once; null when nothing was seen. */
export function processesPeak({ readings, observed }: Run): number | null {
  return highest([observed?.sampled.processes, ...readings.map((reading) => reading.processes)]);
}

function hadOneProcess(run: Run): boolean {
  const { count = 0, haveWaitedForChildren = false } = run.endedProcesses ?? {};
  return (processesPeak(run) ?? 1) === 1 && count <= 1 && !haveWaitedForChildren;
}

/**
 * The kernel's high-water mark, read while the program waited at its last checkpoint: exact. The kernel raises it from
 * counters that may lag by some pages (a few per CPU), so that any earlier reading, at a checkpoint or in a sample, can
 * be higher: then that was the peak.
 */
function markAtTheLastCheckpoint({ readings, observed }: Run): Peak | undefined {
  const last = readings.at(-1);
  return last?.checkpoint === LAST_CHECKPOINT && last.peakRssBytes !== null
    ? {
        peak_rss_bytes: highest([...marksRead(readings), observed?.sampled.peakRssBytes]),
        peak_source: 'vmhwm',
      }
    : undefined;
}

/** The same mark as the kernel tells it when the process has ended, however short it lived: exact. */
function markAtTheEnd({ endedProcesses }: Run): Peak | undefined {
  return endedProcesses === undefined || endedProcesses.count === 0
    ? undefined
    : { peak_rss_bytes: endedProcesses.largestPeakRssBytes, peak_source: 'maxrss' };
}

/** The highest that polling saw: a lower bound. */
function highestSeen({ readings, observed }: Run): Peak {
  const curve = observed?.curve.map(({ rssBytes }) => rssBytes) ?? [];
  return {
    peak_rss_bytes: highest([...marksRead(readings), ...curve, observed?.sampled.peakRssBytes]),
    peak_source: 'polled',
  };
}

/**
 * What the kernel charged to the run's control group at most, without the kernel's own memory and without the files that
 * the run has read or written, and with the file pages that its largest process has mapped: those are resident, and often charged
 * to whoever read them first. The parts need not have been highest at the same moment: then the sum is a little low.
 */
function peakOfTheGroup(run: Run): Peak | undefined {
  const { observed } = run;
  const ownBytes = observed?.charged === undefined ? null : ownMemory(observed.charged);
  if (observed === undefined || ownBytes === null) return undefined;
  const together = ownBytes + (observed.sampled.largestFileRssBytes ?? 0);
  return {
    peak_rss_bytes: highest([together, highestOfSeveral(run).peak_rss_bytes]),
    peak_source: 'cgroup',
  };
}

/** Of the processes alone: what is left is anonymous memory and files in memory. */
function ownMemory({ chargedBytes, kernelBytes, pageCacheBytes }: ChargedPeaks): number | null {
  return chargedBytes === null || kernelBytes === null || pageCacheBytes === null
    ? null
    : chargedBytes - kernelBytes - pageCacheBytes;
}

/** The largest process that was seen or waited for, or all together when that was seen: a lower bound. */
function highestOfSeveral({ observed, endedProcesses }: Run): Peak {
  return {
    peak_rss_bytes: highest([
      observed?.highestPssBytes,
      observed?.sampled.largestPeakRssBytes,
      endedProcesses?.largestPeakRssBytes,
    ]),
    peak_source: 'several-at-least',
  };
}

function marksRead(readings: readonly Reading[]): readonly (number | null)[] {
  return readings.flatMap(({ rssBytes, peakRssBytes }) => [rssBytes, peakRssBytes]);
}
