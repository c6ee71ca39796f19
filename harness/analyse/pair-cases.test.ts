import { expect, test } from 'vitest';
import { UsageError } from '../model/usage-error.ts';
import { pairCases } from './pair-cases.ts';
import { runRowWith } from './run-row.fixture.ts';

const runs = (...changes: Parameters<typeof runRowWith>[0][]) => changes.map(runRowWith);

test('cases pair by runtime, workload, tasks and parameters; the rest is counted', () => {
  const before = runs({ tasks: 1 }, { tasks: 1, repeat: 2 }, { tasks: 10 }, { tasks: 100 });
  const after = runs(
    { tasks: 10, runtime_id: 'node@27.0.0' },
    { tasks: 1, runtime_id: 'node@27.0.0' },
  );
  const { pairs, onlyBefore, onlyAfter } = pairCases(before, after);
  expect(pairs.map((pair) => [pair.before.length, pair.after.length, pair.after[0].tasks])).toEqual(
    [
      [2, 1, 1],
      [1, 1, 10],
    ],
  );
  expect([onlyBefore, onlyAfter]).toEqual([1, 0]);
});

test('a run that was interrupted is no failure of its case', () => {
  const after = runs({}, { tasks: 1, status: 'interrupted' });
  expect(pairCases(runs({}, { tasks: 1 }), after)).toMatchObject({ onlyBefore: 1, onlyAfter: 0 });
});

test.each([
  [{ runtime_id: 'bun@1.4.5' }, 'the runtimes are node before, bun after'],
  [{ workload: 'timer' }, 'the workloads are sleep before, timer after'],
  [
    { parameters: 'seconds=0.5' },
    'the parameters are sleep seconds=10 before, sleep seconds=0.5 after',
  ],
  [{ tasks: 5 }, 'the numbers of tasks are sleep 1000 before, sleep 5 after'],
])('nothing in common: %j', (changes, reason) => {
  expect(() => pairCases(runs({}), runs(changes))).toThrow(
    new UsageError(`no common case: ${reason}`),
  );
});
