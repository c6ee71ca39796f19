// Comparisons that several machines made together, simulated: what their intervals hold, and what they claim.
import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { memoryBySize } from './costs.ts';
import { excludes, type Interval } from './interval.ts';
import { positiveMedianInterval } from './median-interval.ts';
import { poolMachines } from './pool-machines.ts';
import { rankRuntimes } from './rank.ts';
import { ALIKE, runsOfSeveral } from './several-machines.fixture.ts';
import { type Noise, proportionalNoise, shareOf } from './simulated-noise.fixture.ts';
import { taskCost } from './task-cost.ts';

const { workloads } = await loadCatalogue();

/** Every second machine is 10 % off: the average machine is between. */
const AVERAGE = Math.sqrt(1.1);
const machinesOf = (blocks: readonly number[]) =>
  blocks.map((count, index) => ({ blocks: count, factor: index % 2 === 0 ? 1 : 1.1 }));
const named = (names: number) =>
  Array.from({ length: names }, (_, name) => ({ runtimeId: `name-${name}@1`, bytes: 1e8 }));

/** How often something holds of the pooled runs of a simulated session. */
function session(
  cases: Parameters<typeof runsOfSeveral>[0]['cases'],
  blocks: readonly number[],
  noise: Noise,
) {
  return poolMachines(runsOfSeveral({ machines: machinesOf(blocks), cases, noise }), [ALIKE]).runs;
}

function holds(interval: Interval | undefined, truth: number): boolean {
  return interval !== undefined && !excludes(interval, truth);
}

function expectCoverage(share: number) {
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
}

test.each([
  { names: 2, blocks: [2, 2], sessions: 2_000 },
  { names: 18, blocks: [2, 2], sessions: 200 },
  { names: 18, blocks: [3, 3], sessions: 200 },
  { names: 18, blocks: [1, 1, 1, 1], sessions: 200 },
])(
  'one runtime under $names names, $blocks blocks: a difference in at most 1 of 20 sessions',
  ({ names, blocks, sessions }) => {
    const noise = proportionalNoise(0.03);
    const claims = shareOf(sessions, () =>
      rankRuntimes(session(named(names), blocks, noise), metrics.peak_rss_bytes).some(
        ({ best }) => best > 1,
      ),
    );
    expect(claims).toBeLessThanOrEqual(0.05);
  },
);

test.each([
  { names: 6, blocks: [2, 2], sessions: 400 },
  { names: 6, blocks: [4, 2], sessions: 400 },
  { names: 18, blocks: [3, 3], sessions: 150 },
  { names: 18, blocks: [1, 1, 1, 1, 1, 1, 1, 1], sessions: 150 },
])(
  'the interval of a median of $names cases, $blocks blocks, holds it in 93 to 97 of 100',
  ({ names, blocks, sessions }) => {
    const noise = proportionalNoise(0.03);
    const runs = Array.from({ length: sessions }, () => session(named(names), blocks, noise));
    const covered = runs.flatMap((ofSession) =>
      named(names).map(({ runtimeId }) => {
        const ofCase = ofSession.filter((run) => run.runtime_id === runtimeId);
        const values = ofCase.flatMap((run) => run.peak_rss_bytes ?? []);
        return holds(positiveMedianInterval(values), 1e8 * AVERAGE);
      }),
    );
    expectCoverage(covered.filter(Boolean).length / covered.length);
  },
);

test.each([{ blocks: [3, 3] }, { blocks: [5, 5] }, { blocks: [1, 1, 1, 1, 1, 1, 1, 1] }])(
  'the interval of a slope, $blocks blocks, holds it in 93 to 97 of 100',
  ({ blocks }) => {
    const noise = proportionalNoise(0.02);
    const sizes = [2_000, 5_000, 10_000, 50_000, 100_000];
    const cases = ['a@1', 'b@1', 'c@1'].flatMap((runtimeId) =>
      sizes.map((tasks) => ({ runtimeId, tasks, bytes: 50e6 + 900 * tasks })),
    );
    const covered = shareOf(600, () => {
      const runs = session(cases, blocks, noise).filter((run) => run.runtime_id === 'a@1');
      return holds(taskCost(memoryBySize(runs, workloads), 4_096)?.interval, 900 * AVERAGE);
    });
    expectCoverage(covered);
  },
);
