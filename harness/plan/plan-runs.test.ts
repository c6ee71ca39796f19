import { mean } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { planRuns } from './plan-runs.ts';

const cases: readonly Case[] = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((runtimeId) =>
  [1, 1000].map((tasks) => ({ runtimeId, workload: 'sleep', tasks, parameters: {} })),
);

test('every block holds every case once, and positions count through', () => {
  const plan = planRuns(cases, 5, 1);
  expect(plan.map(({ position }) => position)).toEqual(plan.map((_, index) => index + 1));
  for (let repeat = 1; repeat <= 5; repeat += 1) {
    const block = plan.slice((repeat - 1) * cases.length, repeat * cases.length);
    expect(block.every((run) => run.repeat === repeat)).toBe(true);
    expect(new Set(block.map((run) => run.case))).toEqual(new Set(cases));
  }
});

test('the seed decides the order', () => {
  expect(planRuns(cases, 3, 7)).toEqual(planRuns(cases, 3, 7));
  expect(planRuns(cases, 3, 7)).not.toEqual(planRuns(cases, 3, 8));
});

test('the first block goes from small to large, shuffled within a size; the others are shuffled as a whole', () => {
  const plan = planRuns(cases, 2, 1).map((run) => run.case);
  const [first, second] = [plan.slice(0, cases.length), plan.slice(cases.length)];
  const tasksOf = (block: readonly Case[]) => block.map(({ tasks }) => tasks);
  expect(tasksOf(first)).toEqual(tasksOf(first).sort((a, b) => a - b));
  expect(tasksOf(second)).not.toEqual(tasksOf(second).sort((a, b) => a - b));
  const runtimesAt = (tasks: number) =>
    first.filter((one) => one.tasks === tasks).map(({ runtimeId }) => runtimeId);
  expect(runtimesAt(1)).not.toEqual(runtimesAt(1000));
});

describe('a machine that slows down', () => {
  // Two equal cases; the second half of the session is 10 % slower, in one smooth drift.
  const drifted = (position: number, runs: number) => 1 + (0.1 * position) / runs;

  test('does not make one of two equal cases look better, on average over seeds', () => {
    const pair = cases.slice(0, 2);
    const ratios = Array.from({ length: 2_000 }, (_, seed) => {
      const plan = planRuns(pair, 10, seed);
      const times = pair.map((one) =>
        mean(
          plan.filter((run) => run.case === one).map((run) => drifted(run.position, plan.length)),
        ),
      );
      return (times[0] ?? 0) / (times[1] ?? 1);
    });
    expect(Math.abs(mean(ratios) - 1)).toBeLessThan(0.001);
    // And no single session is off by as much as one percent.
    expect(Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)))).toBeLessThan(0.01);
  });
});
