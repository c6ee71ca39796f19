import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { findSuite, planComparison } from './plan-comparison.ts';
import { withoutRuntimes } from './without-runtimes.ts';

const { suites, workloads } = await loadCatalogue();
const runtimes = ['a', 'b', 'c'].map((id) => ({
  runtime: { id, title: id, locate: () => new Promise<never>(() => {}) },
  runtimeId: `${id}@1`,
}));
const plan = planComparison(findSuite(suites, 'one-million'), workloads, runtimes, { seed: 7 });

test('the rest stays in its planned order, and positions count from 1', () => {
  const rest = withoutRuntimes(plan, new Set(['b@1']));
  const planned = plan.runs.filter((run) => run.case.runtimeId !== 'b@1');
  expect(rest.runs.map(({ case: one, repeat }) => [one, repeat])).toEqual(
    planned.map(({ case: one, repeat }) => [one, repeat]),
  );
  expect(rest.runs.map(({ position }) => position)).toEqual(rest.runs.map((_, index) => index + 1));
  expect(rest.cases).toBe((plan.cases * 2) / 3);
  expect(new Set(rest.runs.map((run) => run.case)).size).toBe(rest.cases);
});

test('without none, it is the same plan: a resumed comparison is recognised', () => {
  expect(withoutRuntimes(plan, new Set())).toEqual(plan);
});

test('without all of them, nothing is left to run', () => {
  expect(() => withoutRuntimes(plan, new Set(['a@1', 'b@1', 'c@1']))).toThrow(
    new UsageError('nothing of suite "one-million" is left to run without a@1, b@1, c@1'),
  );
});
