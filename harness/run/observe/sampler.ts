import type { Pace, ProcessMonitor, Snapshot } from '../../kernel/instrument.ts';
import { highest } from '../../metrics/highest.ts';
import type { SampledPeaks } from '../../metrics/measured-run.ts';
import { Curve } from './curve.ts';

/** Samples the memory curve of a run in the background. */
export interface Sampler {
  readonly curve: Curve;
  readonly peaks: () => SamplerPeaks;
  /** Measures the gap until now. Excludes the following read of all counters from the lateness of the sampler. */
  readonly beforeReading: () => void;
  readonly afterReading: () => void;
  readonly stop: () => void;
}

/** What the sampler records besides the curve. */
export interface SamplerPeaks extends SampledPeaks {
  readonly cpuSeconds: number | null;
  /** The longest gap between two samples, as a multiple of the planned interval. */
  readonly worstLateness: number;
}

/** Smaller changes do not count as movement: an idle runtime touches a page now and then. */
const MOVEMENT_BYTES = 256 * 1024;
/** The factor by which the interval grows with each sample while memory is stable. */
const SLACKENING = 1.5;

/**
 * Samples until stopped: densely while memory changes, increasingly sparsely on a plateau.
 *
 * @param elapsedSeconds the run's clock.
 * @param onSample called with every sample.
 */
export function startSampler(
  processes: ProcessMonitor,
  pace: Pace,
  elapsedSeconds: () => number,
  onSample: (snapshot: Snapshot) => void,
): Sampler {
  const curve = new Curve();
  let peaks: SamplerPeaks = {
    processes: null,
    peakRssBytes: null,
    largestPeakRssBytes: null,
    largestFileRssBytes: null,
    cpuSeconds: null,
    worstLateness: 0,
  };
  let intervalMs = pace.denseMs;
  let sampledAt: number | undefined;
  let restingBytes = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const measureGap = (now: number) => {
    const lateness = sampledAt === undefined ? 0 : (now - sampledAt) / intervalMs;
    peaks = { ...peaks, worstLateness: Math.max(peaks.worstLateness, lateness) };
  };
  const record = (snapshot: Snapshot, now: number) => {
    curve.add(elapsedSeconds(), snapshot.rssBytes, snapshot.threads);
    measureGap(now);
    peaks = {
      ...peaks,
      processes: highest([peaks.processes, snapshot.processes]),
      peakRssBytes: highest([peaks.peakRssBytes, snapshot.peakRssBytes]),
      largestPeakRssBytes: highest([peaks.largestPeakRssBytes, snapshot.largestPeakRssBytes]),
      largestFileRssBytes: highest([peaks.largestFileRssBytes, snapshot.largestFileRssBytes]),
      cpuSeconds: highest([peaks.cpuSeconds, snapshot.cpuSeconds]),
    };
    sampledAt = now;
    if (Math.abs(snapshot.rssBytes - restingBytes) > MOVEMENT_BYTES) {
      restingBytes = snapshot.rssBytes;
      intervalMs = pace.denseMs;
    } else {
      intervalMs = Math.min(intervalMs * SLACKENING, pace.sparseMs);
    }
  };
  const tick = async () => {
    const now = performance.now();
    const snapshot = await processes.sample();
    if (stopped) return;
    if (snapshot !== undefined) {
      record(snapshot, now);
      onSample(snapshot);
    }
    timer = setTimeout(tick, intervalMs);
  };
  tick(); // immediately: a program may exit within milliseconds

  return {
    curve,
    peaks: () => peaks,
    beforeReading: () => measureGap(performance.now()),
    afterReading() {
      sampledAt = performance.now();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
