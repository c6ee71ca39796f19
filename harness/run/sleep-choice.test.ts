import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { workload as spawn } from '../workloads/spawn.ts';
import { SleepChoice } from './sleep-choice.ts';

function caseOf(tasks: number, seconds: number): Case {
  return { runtimeId: 'r@1', workload: 'sleep', tasks, parameters: { seconds } };
}

const million = caseOf(1_000_000, 3);

/** The sleep of the million after a run of 100,000 that slept a second. */
function sleepAfter(createSeconds: number | null, status = 'ok') {
  const choice = new SleepChoice();
  const smaller = caseOf(100_000, 1);
  choice.learn(smaller, { case: smaller, status, createSeconds });
  return choice.parametersFor(million, sleep).seconds;
}

test.each([
  ['nothing known', null, 3],
  ['quick', 0.1, 3],
  ['within the sleep with a margin', 0.19, 3],
  ['longer', 0.21, 6],
  ['much longer', 0.9, 24],
  ['longer than the smaller one slept, so that no task wakes while others are created', 1.2, 3],
])('tasks sleep as planned, or so that all can be created: %s', (_, createSeconds, seconds) => {
  expect(sleepAfter(createSeconds)).toBe(seconds);
});

test('a run that failed tells nothing', () => {
  expect(sleepAfter(0.9, 'timeout')).toBe(3);
});

test('every run of a case sleeps as long as its first, whatever is learned later', () => {
  const choice = new SleepChoice();
  choice.learn(million, { case: million, status: 'ok', createSeconds: 1 });
  const smaller = caseOf(100_000, 1);
  choice.learn(smaller, { case: smaller, status: 'ok', createSeconds: 0.9 });
  expect(choice.parametersFor(million, sleep)).toEqual({ seconds: 3 });
  choice.lengthen(million, { seconds: 6 });
  expect(choice.parametersFor(million, sleep)).toEqual({ seconds: 6 });
});

test('a workload without a sleep runs as planned', () => {
  const planned: Case = { runtimeId: 'r@1', workload: 'spawn', tasks: 1_000_000, parameters: {} };
  const choice = new SleepChoice();
  const smaller = { ...planned, tasks: 100_000 };
  choice.learn(smaller, { case: smaller, status: 'ok', createSeconds: 0.9 });
  expect(choice.parametersFor(planned, spawn)).toEqual({});
});
