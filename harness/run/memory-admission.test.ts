import { expect, test } from 'vitest';
import { type Case, caseKey } from '../model/case.ts';
import { planRuns } from '../plan/plan-runs.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { memoryAdmission } from './memory-admission.ts';

const AVAILABLE = 20e9;

/** What a task costs in each runtime: the second just fits with ten million, the third just does not. */
const BYTES_PER_TASK: Readonly<Record<string, number>> = { small: 200, fits: 1_650, not: 1_750 };

/** The cases that are run, of every size for every runtime, in the order of a seed. */
function admitted(sizes: readonly number[], seed: number): ReadonlySet<string> {
  const memory = memoryAdmission(undefined, () => AVAILABLE);
  const run = (one: Case) => {
    const peakBytes = 40e6 + one.tasks * (BYTES_PER_TASK[one.runtimeId] ?? 0);
    memory.learn(one, sleep, { status: 'ok', readyBytes: 40e6, peakBytes });
  };
  const cases = sizes.flatMap((tasks) =>
    Object.keys(BYTES_PER_TASK).map((runtimeId) => ({
      ...{ runtimeId, workload: 'sleep', tasks, parameters: { seconds: 10 } },
    })),
  );
  const made = new Set<string>();
  for (const { case: one } of planRuns(cases, 2, seed)) {
    const probe = memory.probeFor(one, sleep);
    if (probe !== undefined) run(probe);
    if (memory.refuse(one, sleep) !== undefined) continue;
    run(one);
    made.add(caseKey(one));
  }
  return made;
}

const large = (made: ReadonlySet<string>) =>
  [...made].filter((key) => key.includes(' 10000000 ')).sort();

test('whatever the order, and whether smaller sizes are asked for or not, the same runs fit', () => {
  const alone = large(admitted([10_000_000], 1));
  expect(alone).toEqual(
    ['fits', 'small'].map((runtime) => `${runtime} sleep 10000000 seconds=10`).sort(),
  );
  for (let seed = 1; seed <= 10; seed += 1) {
    expect(large(admitted([10_000_000], seed))).toEqual(alone);
    expect(large(admitted([100_000, 1_000_000, 10_000_000], seed))).toEqual(alone);
  }
});

test('a probe is smaller and shorter than what it is for, and only for what nothing is known of', () => {
  const memory = memoryAdmission(undefined, () => AVAILABLE);
  const ten = { runtimeId: 'x', workload: 'sleep', tasks: 10_000_000, parameters: { seconds: 20 } };
  const probe = { ...ten, tasks: 100_000, parameters: { seconds: 1 } };
  expect(memory.probeFor(ten, sleep)).toEqual(probe);
  expect(memory.probeFor({ ...ten, tasks: 1_000_000 }, sleep)).toBeUndefined(); // fits by any guess
  memory.learn(probe, sleep, { status: 'crashed', readyBytes: 1, peakBytes: 1 });
  expect(memory.probeFor(ten, sleep)).toEqual(probe);
  memory.learn(probe, sleep, { status: 'ok', readyBytes: 40e6, peakBytes: 60e6 });
  expect(memory.probeFor(ten, sleep)).toBeUndefined();
});
