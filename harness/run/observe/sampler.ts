import type { Pace, QuickLook, Watch } from '../../kernel/instrument.ts';
import type { SampledPeaks } from '../../metrics/measured-run.ts';
import { Curve } from './curve.ts';

/** Draws the memory curve of a run in the background. */
export interface Sampler {
  readonly curve: Curve;
  readonly peaks: () => SamplerPeaks;
  /** Measures the gap up to now: the processes are about to be read, which is none. */
  readonly beforeReading: () => void;
  readonly afterReading: () => void;
  readonly stop: () => void;
}

/** What the sampler notes besides the curve. */
export interface SamplerPeaks extends SampledPeaks {
  readonly cpuSeconds: number | null;
  /** The longest gap between two samples as a multiple of the interval that was due. */
  readonly worstLateness: number;
}

/** Less is no movement: a runtime at rest touches a page now and then. */
const MOVEMENT_BYTES = 256 * 1024;
/** How fast the pace slackens once memory is at rest. */
const SLACKENING = 1.5;

/**
 * Samples until stopped: densely while memory moves, ever more sparsely on a plateau.
 *
 * @param elapsedSeconds the run's clock.
 * @param onSample told every look.
 */
export function startSampler(
  watch: Watch,
  pace: Pace,
  elapsedSeconds: () => number,
  onSample: (look: QuickLook) => void,
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
  const note = (look: QuickLook, now: number) => {
    curve.add(elapsedSeconds(), look.rssBytes, look.threads);
    measureGap(now);
    peaks = {
      ...peaks,
      processes: higher(peaks.processes, look.processes),
      peakRssBytes: higher(peaks.peakRssBytes, look.peakRssBytes),
      largestPeakRssBytes: higher(peaks.largestPeakRssBytes ?? null, look.largestPeakRssBytes),
      largestFileRssBytes: higher(peaks.largestFileRssBytes ?? null, look.largestFileRssBytes),
      cpuSeconds: higher(peaks.cpuSeconds, look.cpuSeconds),
    };
    sampledAt = now;
    if (Math.abs(look.rssBytes - restingBytes) > MOVEMENT_BYTES) {
      restingBytes = look.rssBytes;
      intervalMs = pace.denseMs;
    } else {
      intervalMs = Math.min(intervalMs * SLACKENING, pace.sparseMs);
    }
  };
  const tick = async () => {
    const now = performance.now();
    const look = await watch.sample();
    if (stopped) return;
    if (look !== undefined) {
      note(look, now);
      onSample(look);
    }
    timer = setTimeout(tick, intervalMs);
  };
  tick(); // at once: a program may be gone in a few milliseconds

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

function higher(peak: number | null, value: number | null): number | null {
  return value === null ? peak : Math.max(peak ?? value, value);
}
