import { expect, test } from 'vitest';
import { allMore, type ClaimFigure, inOrder, moreThanAll, moreThanLeast } from '../claims/claim.ts';
import { metrics } from '../metrics/all-metrics.ts';
import { cpuSeconds } from '../metrics/cpu-time.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { judgeClaim } from './judge-claim.ts';
import { runRowWith } from './run-row.fixture.ts';

const peak = (runtime: string, tasks: readonly number[] = [1_000]): ClaimFigure => ({
  runtime,
  workload: 'sleep',
  tasks,
  metric: metrics.peak_rss_bytes,
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

test('more than the least of several: one is enough, and all must refute', () => {
  const runs = [...runsOf('a', 10), ...runsOf('b', 30), ...runsOf('c', 60)];
  expect(judgeClaim(moreThanLeast(c, [a, b], 3), runs).verdict).toBe('holds here');
  expect(judgeClaim(moreThanLeast(a, [b, c]), runs).verdict).toBe('does not hold here');
  expect(judgeClaim(moreThanLeast(b, [c, peak('d')]), runs).verdict).toBe('not measured here');
});

test('a claim about time is not decided by runs that slept longer than the post did', () => {
  const figure = { ...a, metric: metrics.wall_seconds, parameters: 'seconds=10' } as const;
  const late = { kind: 'bounds', figure, from: 11, to: Number.POSITIVE_INFINITY } as const;
  const slept = (seconds: number) =>
    runsOf('a', 10, 0.01, { parameters: `seconds=${seconds}`, wall_seconds: seconds + 2 });
  expect(judgeClaim(late, slept(20))).toMatchObject({
    verdict: 'not measured here',
    figures: [{ measured: undefined, otherParameters: ['seconds=20'] }],
  });
  const judged = judgeClaim(late, [...slept(20), ...slept(10)]);
  expect(judged.figures[0]?.measured?.value).toBe(12);
});

test('runs with different parameters are not mixed: those count of which most are ok', () => {
  const one = runsOf('a', 90, 0.01, { parameters: 'seconds=10' }).slice(1, 2);
  const longer = runsOf('a', 10, 0.01, { parameters: 'seconds=20' });
  const [figure] = judgeClaim(moreThanAll(a, [b]), [...one, ...longer]).figures;
  expect(figure?.measured?.samples).toEqual([longer.map((run) => run.peak_rss_bytes)]);
});

test('CPU time is that in user mode and in the kernel; unknown where either is', () => {
  const used = (system: number | null) =>
    runsOf('a', 10, 0.01, { user_cpu_seconds: 1, system_cpu_seconds: system });
  const figure = { ...a, metric: cpuSeconds } as const;
  const claim = { kind: 'bounds', figure, from: 3, to: 5 } as const;
  expect(judgeClaim(claim, used(3)).figures[0]?.measured?.value).toBe(4);
  expect(judgeClaim(claim, used(null)).verdict).toBe('not measured here');
});

test('three runs with the same few threads are sure only within some threads', () => {
  const threads = (runtime: string, count: number) =>
    runsOf(runtime, 10, 0.01, { threads_peak: count });
  const of = (figure: ClaimFigure): ClaimFigure => ({ ...figure, metric: metrics.threads_peak });
  const runs = [...threads('a', 5), ...threads('b', 4)];
  expect(judgeClaim(moreThanAll(of(a), [of(b)]), runs).verdict).toBe('cannot be told');
  expect(judgeClaim(moreThanAll(of(a), [of(b)], 10), runs).verdict).toBe('does not hold here');
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
  [9_000, 11_000, 'holds here'],
  [11_000, 12_000, 'does not hold here'],
  [10_010, 12_000, 'cannot be told'],
] as const)('a figure between %d and %d, per task: %s', (from, to, verdict) => {
  const figure = { ...a, isPerTask: true } as const;
  const judged = judgeClaim({ kind: 'bounds', figure, from, to }, runsOf('a', 10));
  expect(judged.verdict).toBe(verdict);
  expect(judged.figures[0]?.measured?.value).toBeCloseTo(10_000, 6);
});

test('a claim about a version is decided by runs of it, another by the newest', () => {
  const runs = [
    ...runsOf('a', 30, 0.01, { runtime_id: 'a@3.8.18' }),
    ...runsOf('a', 10, 0.01, { runtime_id: 'a@3.13.0+lib-1' }),
  ];
  const bounds = (figure: ClaimFigure) =>
    judgeClaim({ kind: 'bounds', figure, from: 20e6, to: 40e6 }, runs);
  expect(bounds({ ...a, version: '3.8' }).verdict).toBe('holds here');
  expect(bounds(a).verdict).toBe('does not hold here');
  expect(bounds({ ...a, version: '3.9' }).verdict).toBe('not measured here');
});
