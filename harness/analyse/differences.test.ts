import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { differences, isRegression, worsening } from './differences.ts';
import { pairCases } from './pair-cases.ts';
import { runRowWith } from './run-row.fixture.ts';
import { drawn, proportionalNoise, shareOf } from './simulated-noise.fixture.ts';

const { workloads } = await loadCatalogue();
const SIZES = [100, 1_000, 5_000, 20_000];

/** A comparison of one runtime, whose tasks need so much each. */
function comparison(bytesPerTask: number, seed: number, repeats = 5): readonly RunRow[] {
  const noise = proportionalNoise(0.005, seed);
  return SIZES.flatMap((tasks) =>
    drawn(repeats, 50e6 + bytesPerTask * tasks, noise).map((peak, index) =>
      runRowWith({ tasks, repeat: index + 1, peak_rss_bytes: peak }),
    ),
  );
}

function differencesOf(before: readonly RunRow[], after: readonly RunRow[]) {
  return differences(pairCases(before, after).pairs, workloads);
}

test('a row a case, and one for the cost of a task', () => {
  const rows = differencesOf(comparison(3_000, 1), comparison(3_000, 2));
  expect(rows.map((row) => [row.tasks, row.metric.name])).toEqual([
    ...SIZES.map((tasks) => [tasks, 'peak_rss_bytes']),
    [null, 'bytes_per_task'],
  ]);
});

test('of itself nothing differs, and nothing is worse', () => {
  const runs = comparison(3_000, 1);
  for (const row of differencesOf(runs, runs)) {
    expect(row).toMatchObject({ ratio: { ratio: 1 }, verdict: 'not-told-apart' });
    expect(isRegression(row, 0)).toBe(false);
  }
});

test('two comparisons of the same claim any difference in at most 5 %', () => {
  let seed = 0;
  const share = shareOf(400, () => {
    seed += 2;
    return differencesOf(comparison(3_000, seed, 3), comparison(3_000, seed + 1, 3)).some(
      ({ verdict }) => verdict !== 'not-told-apart',
    );
  });
  expect(share).toBeLessThanOrEqual(0.05);
});

test('a fifth more memory a task is worse by more than 5 %, and found where it shows', () => {
  const rows = differencesOf(comparison(3_000, 1), comparison(3_600, 2));
  const worse = rows.filter((row) => isRegression(row, 0.05));
  expect(worse.map((row) => row.tasks)).toEqual([20_000, null]);
  expect(rows.find((row) => row.tasks === 100)?.verdict).toBe('not-told-apart');
  expect(differencesOf(comparison(3_600, 2), comparison(3_000, 1)).at(-1)?.verdict).toBe('better');
});

test('a worsening below what is put up with passes, though it is shown', () => {
  const [before, after] = [1, 1.03].map((factor) =>
    [1, 1.001, 0.999, 1.002, 0.998].map((noise) =>
      runRowWith({ peak_rss_bytes: 50e6 * factor * noise }),
    ),
  );
  const [row] = differencesOf(before ?? [], after ?? []);
  expect(row?.verdict).toBe('worse');
  expect(row && isRegression(row, 0.05)).toBe(false);
  expect(row && isRegression(row, 0.02)).toBe(true);
});

test('fewer tasks a second is worse: more time for each', () => {
  const rates = (rate: number) =>
    [0.99, 1, 1.01].map((noise) =>
      runRowWith({ workload: 'spawn', parameters: '-', tasks_per_second: rate * noise }),
    );
  const [slower] = differencesOf(rates(1e6), rates(0.5e6));
  expect(slower?.verdict).toBe('worse');
  expect(slower && worsening(slower)?.low).toBeGreaterThan(1.8);
  expect(differencesOf(rates(1e6), rates(2e6))[0]?.verdict).toBe('better');
});

test('a case that fails now is worse; one that failed before is not', () => {
  const ok = [1, 2, 3].map((repeat) => runRowWith({ repeat }));
  const dead = [1, 2, 3].map((repeat) => runRowWith({ repeat, status: 'out-of-memory' }));
  const [lost] = differencesOf(ok, dead);
  expect(lost).toMatchObject({
    after: { value: null, okRuns: 0, failedRuns: 3 },
    ratio: undefined,
    verdict: 'failed',
  });
  expect(lost && isRegression(lost, 0.05)).toBe(true);
  expect(differencesOf(dead, ok).some((row) => isRegression(row, 0.05))).toBe(false);
});

test('three runs a side that are equal are sure within some pages, and of nothing finer', () => {
  const of = (pages: number) => [1, 2, 3].map(() => runRowWith({ peak_rss_bytes: 4_096 * pages }));
  expect(differencesOf(of(500), of(501))[0]?.verdict).toBe('not-told-apart');
  expect(differencesOf(of(500), of(600))[0]?.verdict).toBe('worse');
  const [itself] = differencesOf(of(500), of(500));
  expect(itself).toMatchObject({ ratio: { ratio: 1 }, verdict: 'not-told-apart' });
  expect(itself?.ratio?.interval?.low).toBeLessThan(1);
});

test("the cost of a task counts the runs that it is made of: not those with the language's own accounting", () => {
  const of = (heap: number) =>
    SIZES.flatMap((tasks) =>
      [1, 2, 3].map((repeat) =>
        runRowWith({
          workload: 'footprint',
          parameters: `laps=10 pause=0.1 heap=${heap}`,
          tasks,
          repeat,
          parked_rss_bytes: 50e6 + 900 * tasks,
          heap_bytes: 900 * tasks,
        }),
      ),
    );
  const runs = [...of(0), ...of(1)];
  const cost = differencesOf(runs, runs).at(-1);
  expect(cost).toMatchObject({ metric: { name: 'bytes_per_task' }, before: { okRuns: 12 } });
});

test('two runs a side have a ratio, and no verdict on it', () => {
  const of = (peak: number) => [peak, peak].map((value) => runRowWith({ peak_rss_bytes: value }));
  const [row] = differencesOf(of(50e6), of(90e6));
  expect(row).toMatchObject({ ratio: { ratio: 1.8, interval: undefined }, verdict: 'no-interval' });
  expect(row && isRegression(row, 0.05)).toBe(false);
});
