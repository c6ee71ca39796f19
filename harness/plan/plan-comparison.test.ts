import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import type { Runtime } from '../model/runtime.ts';
import { UsageError } from '../model/usage-error.ts';
import { findSuite, planComparison } from './plan-comparison.ts';

const { suites, workloads } = await loadCatalogue();

const threads: Runtime = {
  id: 'threads',
  title: 'Threads',
  lacks: { timer: 'a timer is a thread' },
  limit: () => ({ tasks: 10_000, reason: 'each task is a thread' }),
  locate: async () => ({ missing: 'a test', remedy: 'nothing' }),
};

function plan(suiteId: string, changes = {}) {
  const runtimes = [{ runtime: threads, runtimeId: 'threads@1' }];
  return planComparison(findSuite(suites, suiteId), workloads, runtimes, { seed: 1, ...changes });
}

test('what a runtime cannot do is left out', () => {
  expect(
    plan('one-million', { repeats: 3 })
      .runs.map((run) => run.case.tasks)
      .sort(),
  ).toEqual([...[1, 1, 1], ...[10_000, 10_000, 10_000]]);
});

test.each([
  [
    'a workload that it lacks',
    () => plan('one-million-timers'),
    'nothing of suite "one-million-timers" is left to run: threads has no "timer" (a timer is a thread)',
  ],
  [
    'more tasks than it can have',
    () => plan('one-million', { sizes: [20_000, 30_000] }),
    'nothing of suite "one-million" is left to run: threads can have at most 10000 tasks (each task is a thread)',
  ],
])('a comparison of nothing is refused, with the reason: %s', (_, planNothing, message) => {
  expect(planNothing).toThrow(new UsageError(message));
});

test('a plan that nobody can wait for is refused before it is made', () => {
  expect(() => plan('one-million', { repeats: 100_000_000 })).toThrow(
    new UsageError(
      '2 cases x 100000000 repeats are more than 1000000 runs: choose fewer --repeats',
    ),
  );
});
