import { describe, expect, test } from 'vitest';
import type { BenchChild } from '../verify/bench/bench-child.ts';
import { bareChild } from '../verify/bench/run-under-observer.ts';
import { seekObservers } from '../verify/bench/seek-observers.ts';
import { buildFixture, FIXTURE_WORKLOADS } from '../verify/known-memory/known-memory.ts';
import { workload as commandWorkload } from '../workloads/command.ts';

const MIB = 2 ** 20;
const fixture = await buildFixture();
if (fixture === undefined) console.warn('SKIPPED: no C compiler, so no fixture; apt install gcc');
const { found, missing } = await seekObservers();
for (const { id, missing: reason, remedy } of missing) {
  console.warn(`SKIPPED: observer ${id}: ${reason}; ${remedy}`);
}

function steady(mib: number): BenchChild {
  return {
    command: [fixture ?? ''],
    workload: FIXTURE_WORKLOADS.steady,
    tasks: 1,
    parameters: { mib },
    holdMs: { ready: 300, parked: 300 },
  };
}

describe.skipIf(fixture === undefined)('observers of the bench', () => {
  test.each(found)('$id sees 16 MiB', async ({ observe }) => {
    const [empty] = await observe([steady(0)]);
    const [seen] = await observe([steady(16)]);
    expect(seen?.said.get('finished')).toMatchObject({ started: 1, finished: 1 });
    expect(seen?.observedTime?.observerCpuSeconds).toBeGreaterThanOrEqual(0);
    if (seen?.figure === 'none') return console.warn('SKIPPED: it reports no memory');
    const net = (seen?.peakBytes ?? 0) - (empty?.peakBytes ?? 0);
    // Loose on purpose: how right each is, is what the bench itself measures.
    expect(Math.abs(net - 16 * MIB)).toBeLessThan(4 * MIB);
  });

  test.each(found)('$id watches a command, which has no checkpoints', async ({ observe }) => {
    const command = [fixture ?? '', 'hold', '1', 'mib=16', 'seconds=0.5'] as const;
    const [seen] = await observe([
      { command, workload: commandWorkload, tasks: 1, parameters: {}, holdMs: {} },
    ]);
    expect(seen).toMatchObject({ observedTime: undefined });
    if (seen?.figure === 'none') return console.warn('SKIPPED: it reports no memory');
    expect(seen?.peakBytes).toBeGreaterThan(16 * MIB);
    expect(seen?.peakBytes).toBeLessThan(24 * MIB);
  });

  test('a child comes through its checkpoints with nobody watching, twice', async () => {
    const observations = await bareChild([steady(0), steady(16)]);
    expect(observations.map(({ said }) => [...said.keys()])).toEqual([
      ['ready', 'parked', 'finished'],
      ['ready', 'parked', 'finished'],
    ]);
  });
});
