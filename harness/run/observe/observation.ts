import type { Instrument, Pace, QuickLook } from '../../kernel/instrument.ts';
import { type MachineCounters, readMachineCounters } from '../../kernel/machine-counters.ts';
import type { SampledRun } from '../../metrics/measured-run.ts';
import type { Counters } from '../../model/reading.ts';
import { type Noise, noiseBetween } from '../noise/noise.ts';
import { type SamplerPeaks, startSampler } from './sampler.ts';
import { samplingIntervals } from './sampling-intervals.ts';

/** One run being watched from outside. */
export interface Observation {
  /** Everything the instrument can tell now; for the moments at which the program waits. */
  readonly read: () => Promise<Counters | undefined>;
  readonly lastRssBytes: () => number | undefined;
  readonly stop: () => Observed;
}

/** What was seen of a run, but for its readings. */
export interface Observed extends SampledRun {
  readonly sampled: SamplerPeaks;
  readonly noise: Noise;
  /** How long the noise was watched. */
  readonly noiseSeconds: number;
}

/**
 * Starts to watch a run that has just been launched.
 *
 * @param elapsedSeconds the run's clock.
 * @param onSample told the resident size of every sample.
 */
export function observe(
  instrument: Instrument,
  pid: number,
  pace: Pace,
  elapsedSeconds: () => number,
  onSample: (look: QuickLook) => void,
): Observation {
  const machineBefore = readMachineCounters();
  const harnessBefore = process.cpuUsage();
  const watch = instrument.watch(pid);
  const sampler = startSampler(watch, pace, elapsedSeconds, onSample);
  // The noise ends with the last reading: after it the kernel takes the memory back, which is nobody's work.
  let end: { machine: MachineCounters; cpuSeconds: number | null; at: number } | undefined;

  return {
    async read() {
      const counters = await watch.read();
      sampler.pardonGap();
      if (counters === undefined) return undefined;
      const { userCpuSeconds: user, systemCpuSeconds: system } = counters;
      end = {
        machine: readMachineCounters(),
        cpuSeconds: user === null || system === null ? null : user + system,
        at: elapsedSeconds(),
      };
      return counters;
    },
    lastRssBytes: () => sampler.curve.lastRssBytes,
    stop() {
      sampler.stop();
      watch.close();
      const sampled = sampler.peaks();
      const { machine, cpuSeconds, at } = end ?? {
        machine: readMachineCounters(),
        cpuSeconds: sampled.cpuSeconds,
        at: elapsedSeconds(),
      };
      const harness = process.cpuUsage(harnessBefore);
      const harnessSeconds = (harness.user + harness.system) / 1e6;
      const curve = sampler.curve.samples();
      return {
        curve,
        sampled,
        sampling: samplingIntervals(curve),
        noise: noiseBetween(
          machineBefore,
          machine,
          cpuSeconds === null ? null : cpuSeconds + harnessSeconds,
        ),
        noiseSeconds: at,
      };
    },
  };
}
