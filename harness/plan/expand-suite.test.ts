import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { expandSuite } from './expand-suite.ts';

const { suites, workloads } = await loadCatalogue();

function demandsOf(suiteId: string, changes = {}) {
  const suite = suites.get(suiteId);
  if (suite === undefined) throw new Error(`no suite ${suiteId}`);
  return expandSuite(suite, workloads, changes);
}

test('every suite names workloads that exist, and every demand has all parameters', () => {
  for (const id of suites.keys()) {
    for (const { workload, parameters } of demandsOf(id)) {
      expect(Object.keys(parameters)).toEqual(Object.keys(workload.parameters));
    }
  }
});

test("asyncio-cost has the post's rounds: k x 100,000 tasks over a backlog of 100,000 x k(k-1)/2", () => {
  const rounds = demandsOf('asyncio-cost')
    .filter(({ workload }) => workload.id === 'spawn-backlog')
    .map(({ tasks, parameters }) => [tasks, parameters.backlog]);
  expect(rounds.slice(0, 4)).toEqual([
    [100_000, 0],
    [200_000, 100_000],
    [300_000, 300_000],
    [400_000, 600_000],
  ]);
  expect(rounds.at(-1)).toEqual([1_000_000, 4_500_000]);
});

test('sizes and sleep can be changed; only workloads that sleep once hear of the sleep', () => {
  const changes = { sizes: [5], sleepSeconds: 0.25 };
  expect(demandsOf('one-million', changes)).toMatchObject([
    { tasks: 5, parameters: { seconds: 0.25 } },
  ]);
  const footprint = demandsOf('smoke', changes).find(({ workload }) => workload.id === 'footprint');
  expect(footprint?.parameters).not.toHaveProperty('seconds');
});
