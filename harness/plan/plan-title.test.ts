import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import type { Runtime } from '../model/runtime.ts';
import { formatCount } from '../text/quantity.ts';
import { findSuite, planComparison } from './plan-comparison.ts';
import { planTitle } from './plan-title.ts';

const { suites, workloads } = await loadCatalogue();
const runtime: Runtime = {
  id: 'any',
  title: 'Any',
  limit: () => ({ tasks: 10_000, reason: 'each task is a thread' }),
  locate: async () => ({ missing: 'a test', remedy: 'nothing' }),
};

test.each([
  ['one-million', undefined, '1 to 10,000 tasks asleep at once'],
  ['one-million', [1, 100], '1 to 100 tasks asleep at once'],
  ['one-million', [1], '1 task asleep at once'],
  ['one-million-timers', [7], '7 bare timers awaited together'],
])('%s of %j: the sizes that are planned', (suiteId, sizes, title) => {
  const runtimes = [{ runtime, runtimeId: 'any@1' }];
  const plan = planComparison(findSuite(suites, suiteId), workloads, runtimes, { seed: 1, sizes });
  expect(planTitle(plan)).toBe(title);
});

test('no suite states sizes of its own: fewer may be planned', () => {
  for (const { title, series } of suites.values()) {
    const sizes = series.flatMap((one) => one.sizes).map(formatCount);
    const numbers: readonly string[] = title((noun) => noun).match(/[\d,]+/g) ?? [];
    expect(sizes.filter((size) => numbers.includes(size) && size !== '1')).toEqual([]);
  }
});
