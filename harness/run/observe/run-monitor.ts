import type { ControlGroup } from '../../kernel/control-group.ts';
import type { Counters } from '../../kernel/counters.ts';
import { cpuAccount } from '../../kernel/cpu-account.ts';
import type { Instrument, Pace, Snapshot } from '../../kernel/instrument.ts';
import { readMachineCounters } from '../../kernel/machine-counters.ts';
import { type Noise, noiseBetween } from '../../kernel/noise.ts';
import { ourCpuSeconds } from '../../kernel/own-cpu-time.ts';
import type { Reading } from '../../kernel/reading.ts';
import { highest } from '../../metrics/highest.ts';
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
  /** Reads them in between, while the program goes on. */
  readonly look: () => Promise<Counters | undefined>;
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
  child: Pick<Child, 'pid' | 'launcherPid' | 'endedProcesses'>,
  group: ControlGroup | undefined,
  pace: Pace,
  elapsedSeconds: () => number,
  onSample: (snapshot: Snapshot) => void,
): RunMonitor {
  const machineBefore = readMachineCounters();
  const harnessBefore = ourCpuSeconds();
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
  const noiseUntilNow = (runCpuSeconds: number | null) => ({
    noise: noiseBetween(
      machineBefore,
      readMachineCounters(),
      runCpuSeconds === null ? null : runCpuSeconds + ourCpuSeconds() - harnessBefore,
    ),
    noiseSeconds: elapsedSeconds(),
  });
  const look = async () => {
    sampler.beforeReading();
    const counters = await processes.read();
    sampler.afterReading();
    if (counters !== undefined) together.note(counters);
    return counters;
  };
  // The noise measurement ends at the last checkpoint: afterwards the kernel frees the memory of the run, which would look
  // like the work of other processes. Only a command that has no checkpoint is measured to its end.
  let untilCheckpoint: Pick<RunTrace, 'noise' | 'noiseSeconds'> | undefined;

  return {
    look,
    async read() {
      const arrived = cpuTime();
      const charged = account.read();
      const counters = await look();
      if (counters === undefined) return undefined;
      untilCheckpoint = noiseUntilNow(
        totalSeconds(counters.userCpuSeconds, counters.systemCpuSeconds),
      );
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
      const ended = child.endedProcesses();
      const runCpuSeconds = highest([
        sampled.cpuSeconds,
        ended && totalSeconds(ended.userCpuSeconds, ended.systemCpuSeconds),
      ]);
      const curve = sampler.curve.samples();
      return {
        curve,
        sampled,
        highestPssBytes: together.highestPssBytes(),
        charged: account.peaks(),
        sampling: samplingIntervals(curve),
        ...(untilCheckpoint ?? noiseUntilNow(runCpuSeconds)),
      };
    },
  };
}

function totalSeconds(user: number | null, system: number | null): number | null {
  return user === null || system === null ? null : user + system;
}
