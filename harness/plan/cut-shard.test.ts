import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import type { Runtime } from '../model/runtime.ts';
import { UsageError } from '../model/usage-error.ts';
import { cutShard } from './cut-shard.ts';
import { findSuite, planComparison } from './plan-comparison.ts';

const { suites, workloads } = await loadCatalogue();
const runtime: Runtime = {
  id: 'any',
  title: 'Any',
  locate: async () => ({ missing: 'a test', remedy: 'nothing' }),
};
const plan = planComparison(
  findSuite(suites, 'one-million'),
  workloads,
  [{ runtime, runtimeId: 'any@1' }],
  { seed: 1, repeats: 7 },
);

test('shards are whole blocks, with their global numbers, and together the plan', () => {
  const shards = [1, 2, 3].map((index) => cutShard(plan, { index, of: 3 }));
  expect(shards.map(({ repeats }) => repeats)).toEqual([3, 2, 2]);
  expect([...new Set(shards[1]?.runs.map(({ repeat }) => repeat))]).toEqual([2, 5]);
  for (const { runs, cases, repeats } of shards) {
    expect(runs).toHaveLength(cases * repeats);
  }
  const together = shards.flatMap(({ runs }) => runs).sort((a, b) => a.position - b.position);
  expect(together).toEqual(plan.runs);
});

test('the whole plan stays as it is', () => {
  expect(cutShard(plan, undefined)).toBe(plan);
});

test('a shard without a block is refused', () => {
  expect(() => cutShard(plan, { index: 8, of: 8 })).toThrow(
    new UsageError(
      'suite "one-million" has 7 blocks, and none is left for shard 8/8: choose more --repeats or fewer shards',
    ),
  );
});
