import { expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import type { RunRow } from '../record/tables/runs.ts';
import { allMore, type Figure, inOrder, moreThanAll } from './claim.ts';
import { judgeClaim } from './judge-claim.ts';

const peak = (runtime: string, tasks: readonly number[] = [1_000]): Figure => ({
  runtime,
  workload: 'sleep',
  tasks,
  metric: 'peak_rss_bytes',
});
const [a, b, c] = [peak('a'), peak('b'), peak('c')];

function runsOf(runtime: string, megabytes: number, spread = 0.01, changes: Partial<RunRow> = {}) {
  return [1 - spread, 1, 1 + spread].map((noise) =>
    runRowWith({
      runtime_id: `${runtime}@1.0.0`,
      peak_rss_bytes: megabytes * 1e6 * noise,
      ...changes,
    }),
  );
}

test.each([
  ['more than the noise', 30, 1, 'holds here'],
  ['more, but not by as much', 30, 4, 'does not hold here'],
  ['less', 5, 1, 'does not hold here'],
  ['about so many times', 20.1, 2, 'cannot be told'],
] as const)('%s', (_, megabytes, times, verdict) => {
  const judged = judgeClaim(moreThanAll(a, [b], times), [
    ...runsOf('a', megabytes),
    ...runsOf('b', 10),
  ]);
  expect(judged.verdict).toBe(verdict);
  expect(judged.comparisons[0]?.ratio?.ratio).toBeCloseTo(megabytes / 10, 9);
});

test('all must hold; what is not measured leaves it open, unless another refutes it', () => {
  const [small, large] = [runsOf('a', 10), runsOf('b', 30)];
  expect(judgeClaim(allMore([b, c], a), [...small, ...large]).verdict).toBe('not measured here');
  expect(judgeClaim(allMore([a, c], b), [...small, ...large]).verdict).toBe('does not hold here');
  expect(judgeClaim(inOrder([a, b, c]), [...small, ...large, ...runsOf('c', 40)]).verdict).toBe(
    'holds here',
  );
  expect(judgeClaim(inOrder([a, c, b]), [...small, ...large, ...runsOf('c', 40)]).verdict).toBe(
    'does not hold here',
  );
});

test('failed runs, and two runs, decide nothing', () => {
  const small = runsOf('a', 10);
  const dead = runsOf('b', 30, 0.01, { status: 'killed' });
  expect(judgeClaim(moreThanAll(b, [a]), [...small, ...dead]).verdict).toBe('not measured here');
  const few = runsOf('b', 30).slice(1);
  expect(judgeClaim(moreThanAll(b, [a]), [...small, ...few]).verdict).toBe('cannot be told');
});

test('of several versions the newest counts', () => {
  const old = runsOf('a', 90, 0.01, { runtime_id: 'a@9.0.0' });
  const now = runsOf('a', 10, 0.01, { runtime_id: 'a@10.0.0' });
  const [figure] = judgeClaim(moreThanAll(a, [b]), [...now, ...old, ...runsOf('b', 50)]).figures;
  expect(figure?.measured).toMatchObject({ runtimeId: 'a@10.0.0', value: 10e6 });
});

test('several noisy sizes together decide what none of them does', () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8].map((hundreds) => hundreds * 100);
  const runs = sizes.flatMap((tasks) => [
    ...runsOf('a', 15, 0.2, { tasks }),
    ...runsOf('b', 10, 0.2, { tasks }),
  ]);
  const verdictFor = (tasks: readonly number[]) =>
    judgeClaim(moreThanAll(peak('a', tasks), [peak('b', tasks)]), runs).verdict;
  expect(verdictFor(sizes.slice(0, 1))).toBe('cannot be told');
  expect(verdictFor(sizes)).toBe('holds here');
});

test.each([
  [9, 11, 'holds here'],
  [11, 12, 'does not hold here'],
  [10.01, 12, 'cannot be told'],
] as const)('a figure between %d and %d, per task: %s', (from, to, verdict) => {
  const figure = { ...a, isPerTask: true } as const;
  const judged = judgeClaim({ kind: 'bounds', figure, from, to }, runsOf('a', 0.01));
  expect(judged.verdict).toBe(verdict);
  expect(judged.figures[0]?.measured?.value).toBeCloseTo(10, 9);
});
