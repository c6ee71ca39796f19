import type { ControlGroup } from '../../kernel/control-group.ts';
import type { Instrument, Pace, QuickLook } from '../../kernel/instrument.ts';
import { type MachineCounters, readMachineCounters } from '../../kernel/machine-counters.ts';
import type { SampledRun } from '../../metrics/measured-run.ts';
import type { ChargedMemory, Counters } from '../../model/reading.ts';
import type { Child } from '../child.ts';
import { type Noise, noiseBetween } from '../noise/noise.ts';
import { chargedPeaks } from './charged-peaks.ts';
import { highestTogether } from './highest-together.ts';
import { type SamplerPeaks, startSampler } from './sampler.ts';
import { samplingIntervals } from './sampling-intervals.ts';

/** One run being watched from outside. */
export interface Observation {
  /** Everything the instrument can tell now; for the moments at which the program waits. */
  readonly read: () => Promise<Look | undefined>;
  readonly lastRssBytes: () => number | undefined;
  readonly stop: () => Observed;
}

/** The counters of a run's processes, and what their control group is charged for. */
export interface Look extends Counters {
  readonly charged?: ChargedMemory | undefined;
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
  child: Pick<Child, 'pid' | 'launcherPid'>,
  group: ControlGroup | undefined,
  pace: Pace,
  elapsedSeconds: () => number,
  onSample: (look: QuickLook) => void,
): Observation {
  const machineBefore = readMachineCounters();
  const harnessBefore = process.cpuUsage();
  const watch = instrument.watch(child.pid, child.launcherPid);
  const account = chargedPeaks(group);
  const together = highestTogether(watch);
  const sampler = startSampler(watch, pace, elapsedSeconds, (look) => {
    account.look();
    // A control group knows better.
    if (group === undefined && look.processes > 1) together.look();
    onSample(look);
  });
  // The noise ends with the last reading: after it the kernel takes the memory back, which is nobody's work.
  let end: { machine: MachineCounters; cpuSeconds: number | null; at: number } | undefined;

  return {
    async read() {
      sampler.beforeReading();
      const charged = account.read();
      const counters = await watch.read();
      sampler.afterReading();
      if (counters === undefined) return undefined;
      together.note(counters);
      const { userCpuSeconds: user, systemCpuSeconds: system } = counters;
      end = {
        machine: readMachineCounters(),
        cpuSeconds: user === null || system === null ? null : user + system,
        at: elapsedSeconds(),
      };
      return { ...counters, charged };
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
        highestPssBytes: together.highestPssBytes(),
        charged: account.peaks(),
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
