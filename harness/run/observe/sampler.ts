import { Curve } from './curve.ts';
import type { Instrument, Watch } from './instrument.ts';

/** Draws the memory curve of a run in the background. */
export interface Sampler {
  readonly curve: Curve;
  /** Most processes seen at once. */
  readonly processesPeak: () => number;
  readonly stop: () => void;
}

/**
 * Samples at the instrument's pace until stopped. The curve is for looking at: no figure comes from it when the
 * kernel has an exact one.
 *
 * @param elapsedSeconds the run's clock.
 */
export function startSampler(
  instrument: Instrument,
  watch: Watch,
  elapsedSeconds: () => number,
): Sampler {
  const curve = new Curve();
  let processesPeak = 0;
  let stopped = false;
  let timer: NodeJS.Timeout;
  let due = performance.now();

  const tick = async () => {
    const look = await watch.sample();
    if (stopped) return;
    if (look !== undefined) {
      curve.add(elapsedSeconds(), look.rssBytes, look.threads);
      processesPeak = Math.max(processesPeak, look.processes);
    }
    // Keep to the beat without bursts: a late sample is not followed by hasty ones.
    due = Math.max(due + instrument.intervalMs, performance.now());
    timer = setTimeout(tick, Math.max(1, due - performance.now()));
  };
  timer = setTimeout(tick, 0);

  return {
    curve,
    processesPeak: () => processesPeak,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
