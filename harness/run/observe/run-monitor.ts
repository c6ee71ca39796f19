import type { ControlGroup } from '../../kernel/control-group.ts';
import type { Counters } from '../../kernel/counters.ts';
import { cpuAccount } from '../../kernel/cpu-account.ts';
import type { Instrument, Pace, Snapshot } from '../../kernel/instrument.ts';
import { type MachineCounters, readMachineCounters } from '../../kernel/machine-counters.ts';
import { type Noise, noiseBetween } from '../../kernel/noise.ts';
import type { Reading } from '../../kernel/reading.ts';
import type { SampledRun } from '../../metrics/measured-run.ts';
import type { Child } from '../child.ts';
import { chargedPeaks } from './charged-peaks.ts';
import { highestTogether } from './highest-together.ts';
import { type SamplerPeaks, startSampler } from './sampler.ts';
import { samplingIntervals } from './sampling-intervals.ts';

/** Monitors one run from outside. */
export interface RunMonitor {
  /** Reads all counters of the instrument, while the program waits at a checkpoint. */
  readonly read: () => Promise<Charged | undefined>;
  readonly lastRssBytes: () => number | undefined;
  readonly stop: () => RunTrace;
}

/** The counters of a run's processes, the charges of their control group, and their CPU time. */
export interface Charged extends Counters, Pick<Reading, 'charged' | 'cpu'> {}

/** What a monitor recorded, apart from readings. */
export interface RunTrace extends SampledRun {
  readonly sampled: SamplerPeaks;
  readonly noise: Noise;
  /** The duration of the noise measurement. */
  readonly noiseSeconds: number;
}

/**
 * Starts to monitor a run after its launch.
 *
 * @param elapsedSeconds the run's clock.
 * @param onSample called with every sample.
 */
export function monitorRun(
  instrument: Instrument,
  child: Pick<Child, 'pid' | 'launcherPid'>,
  group: ControlGroup | undefined,
  pace: Pace,
  elapsedSeconds: () => number,
  onSample: (snapshot: Snapshot) => void,
): RunMonitor {
  const machineBefore = readMachineCounters();
  const harnessBefore = process.cpuUsage();
  const processes = instrument.attach(child.pid, child.launcherPid);
  const account = chargedPeaks(group);
  const cpuTime = cpuAccount(group, processes);
  const together = highestTogether(processes);
  const sampler = startSampler(processes, pace, elapsedSeconds, (snapshot) => {
    account.look();
    // A control group gives a better figure.
    if (group === undefined && snapshot.processes > 1) together.look();
    onSample(snapshot);
  });
  // The noise measurement ends at the last reading: afterwards the kernel frees the memory of the run, which would look
  // like the work of other processes.
  let end: { machine: MachineCounters; cpuSeconds: number | null; at: number } | undefined;

  return {
    async read() {
      sampler.beforeReading();
      const arrived = cpuTime();
      const charged = account.read();
      const counters = await processes.read();
      sampler.afterReading();
      if (counters === undefined) return undefined;
      together.note(counters);
      const { userCpuSeconds: user, systemCpuSeconds: system } = counters;
      end = {
        machine: readMachineCounters(),
        cpuSeconds: user === null || system === null ? null : user + system,
        at: elapsedSeconds(),
      };
      const released = cpuTime();
      const cpu = arrived &&
        released && {
          source: arrived.source,
          arrivedCpuSeconds: arrived.seconds,
          releasedCpuSeconds: released.seconds,
        };
      return { ...counters, charged, cpu };
    },
    lastRssBytes: () => sampler.curve.lastRssBytes,
    stop() {
      sampler.stop();
      processes.close();
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
