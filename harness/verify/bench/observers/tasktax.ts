import { existsSync } from 'node:fs';
import type { Instrument, Pace } from '../../../kernel/instrument.ts';
import { procInstrument } from '../../../kernel/proc-instrument.ts';
import { LAST_CHECKPOINT } from '../../../model/workload.ts';
import { manifestVersion } from '../../../provision/manifest-version.ts';
import { repositoryRoot } from '../../../provision/places.ts';
import { ToolFailure } from '../../../provision/tool-output.ts';
import { runRows } from '../../../record/run-rows.ts';
import type { FinishedRun } from '../../../run/execute.ts';
import { runFixture } from '../../known-memory/known-memory.ts';
import { type BenchChild, hold } from '../bench-child.ts';
import { beginLife, type Life, ourCpuSeconds } from '../observed-time.ts';
import { type Observation, type Observe, type Observer, oneByOne, paceOf } from '../observer.ts';

/** This harness, exactly as `compare` uses it. */
export const tasktax: Observer = {
  id: 'tasktax',
  async locate() {
    if (!existsSync('/proc/self/smaps_rollup')) {
      return { missing: 'no /proc with smaps_rollup', install: 'use Linux 4.14 or later' };
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
  let life: Life | undefined;
  const instrument = patientInstrument(child, sampling, (lived) => {
    life = lived;
  });
  const run = await runFixture({ command, workload, tasks, parameters, instrument });
  if (run.outcome.status !== 'ok' || life === undefined) {
    throw new ToolFailure(`tasktax: ${JSON.stringify(run.outcome)}`);
  }
  return {
    ...reportedPeak(run),
    samplesPerSecond: paceOf(run.observed?.curve.map((sample) => sample.elapsedSeconds) ?? []),
    life,
    said: new Map(run.readings.map(({ checkpoint, facts }) => [checkpoint, facts])),
  };
}

/** Slower than any child here lives. */
const NEVER: Pace = { denseMs: 600_000, sparseMs: 600_000 };

/** The usual instrument, but a child is kept waiting after a reading for as long as under the other observers. */
function patientInstrument(
  child: BenchChild,
  sampling: boolean,
  onEnd: (life: Life) => void,
): Instrument {
  const { checkpoints } = child.workload;
  return {
    ...procInstrument,
    ...(sampling ? {} : { curvePace: NEVER }),
    watch(pid) {
      const watch = procInstrument.watch(pid);
      const remaining = [...checkpoints];
      let readLife: (() => Life) | undefined;
      return {
        ...watch,
        ...(sampling ? {} : { sample: () => undefined }),
        async read() {
          readLife ??= beginLife(ourCpuSeconds);
          const checkpoint = remaining.shift() ?? LAST_CHECKPOINT;
          const counters = await watch.read();
          await hold(child, checkpoint);
          if (checkpoint === LAST_CHECKPOINT) onEnd(readLife());
          return counters;
        },
      };
    },
  };
}

/** The figure that our tables hold for it: of several processes the sum of marks is but an upper bound, so PSS. */
function reportedPeak(finished: FinishedRun): Pick<Observation, 'peakBytes' | 'figure'> {
  const { run, readings } = runRows(finished, { comparisonId: 'bench', machineId: 'here' });
  return run.peak_source === 'vmhwm-sum'
    ? { peakBytes: maxOrNull(readings.flatMap((row) => row.pss_bytes ?? [])), figure: 'pss' }
    : { peakBytes: run.peak_rss_bytes, figure: 'vmhwm' };
}

function maxOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
