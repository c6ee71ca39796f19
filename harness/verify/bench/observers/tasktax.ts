import type { Instrument, Pace } from '../../../kernel/instrument.ts';
import { ourCpuSeconds } from '../../../kernel/own-cpu-time.ts';
import { hasProcFile } from '../../../kernel/platform.ts';
import { procInstrument } from '../../../kernel/proc-instrument.ts';
import { LAST_CHECKPOINT } from '../../../model/workload.ts';
import { manifestVersion } from '../../../provision/manifest-version.ts';
import { repositoryRoot } from '../../../provision/places.ts';
import { ToolFailure } from '../../../provision/tool-output.ts';
import { runRows } from '../../../record/run-rows.ts';
import type { FinishedRun } from '../../../run/execute.ts';
import { runFixture } from '../../known-memory/known-memory.ts';
import { type BenchChild, hold, keepsContract } from '../bench-child.ts';
import { type ObservedTime, startObservedTime } from '../observed-time.ts';
import { type Observation, type Observe, type Observer, oneByOne, paceOf } from '../observer.ts';

/** This harness, exactly as `compare` uses it. */
export const tasktax: Observer = {
  id: 'tasktax',
  async locate() {
    if (!hasProcFile('smaps_rollup')) {
      return { missing: 'no /proc with smaps_rollup', remedy: 'use Linux 4.14 or later' };
    }
    return {
      version: manifestVersion(repositoryRoot),
      observe: oneByOne((child) => observeWithTasktax(child, true)),
    };
  },
};

/** The harness with its sampler at rest: readings at checkpoints only. */
export const tasktaxWithoutSampling: Observe = oneByOne((child) =>
  observeWithTasktax(child, false),
);

async function observeWithTasktax(child: BenchChild, sampling: boolean): Promise<Observation> {
  const { command, workload, tasks, parameters } = child;
  let observedTime: ObservedTime | undefined;
  const instrument = keepsContract(child)
    ? patientInstrument(child, sampling, (observed) => {
        observedTime = observed;
      })
    : procInstrument;
  const run = await runFixture({ command, workload, tasks, parameters, instrument });
  if (run.outcome.status !== 'ok') {
    throw new ToolFailure(`tasktax: ${JSON.stringify(run.outcome)}`);
  }
  return {
    ...reportedPeak(run),
    samplesPerSecond: paceOf(run.observed?.curve.map((sample) => sample.elapsedSeconds) ?? []),
    observedTime,
    said: new Map(run.readings.map(({ checkpoint, facts }) => [checkpoint, facts])),
  };
}

/** Longer than any child here runs. */
const NEVER: Pace = { denseMs: 600_000, sparseMs: 600_000 };

/** The usual instrument, except that a child waits after a reading as long as under the other observers. */
function patientInstrument(
  child: BenchChild,
  sampling: boolean,
  onEnd: (observedTime: ObservedTime) => void,
): Instrument {
  const { checkpoints } = child.workload;
  return {
    ...procInstrument,
    ...(sampling ? {} : { curvePace: NEVER }),
    attach(pid, launcherPid) {
      const monitor = procInstrument.attach(pid, launcherPid);
      const remaining = [...checkpoints];
      let readTime: (() => ObservedTime) | undefined;
      return {
        ...monitor,
        ...(sampling ? {} : { sample: () => undefined }),
        async read() {
          readTime ??= startObservedTime(ourCpuSeconds);
          const checkpoint = remaining.shift() ?? LAST_CHECKPOINT;
          const counters = await monitor.read();
          await hold(child, checkpoint);
          if (checkpoint === LAST_CHECKPOINT) onEnd(readTime());
          return counters;
        },
      };
    },
  };
}

/** How the bench calls the source of our figure. */
const FIGURES: Readonly<Record<string, Observation['figure']>> = {
  vmhwm: 'vmhwm',
  maxrss: 'ru_maxrss',
  cgroup: 'cgroup',
  'several-at-least': 'pss',
  polled: 'highest sample',
};

/** The figure of our tables. */
function reportedPeak(finished: FinishedRun): Pick<Observation, 'peakBytes' | 'figure'> {
  const { run } = runRows(finished, { comparisonId: 'bench', machineId: 'here' });
  return {
    peakBytes: run.peak_rss_bytes,
    figure: FIGURES[run.peak_source ?? ''] ?? 'none',
  };
}
