import { expect, test } from 'vitest';
import { caseKey } from '../../model/case.ts';
import { RemainingTime } from './remaining-time.ts';

/** Runs of two cases, twice: a short one and one that the plan expects to take ten times as long. */
function plan() {
  const cases = [10, 1000, 10, 1000].map((tasks) => ({
    runtimeId: 'node@26',
    workload: 'sleep',
    tasks,
    parameters: {},
  }));
  const runs = cases.map((one, index) => ({ case: one, position: index + 1, repeat: 1 }));
  const time = new RemainingTime();
  time.add(runs, new Map(runs.map((run) => [caseKey(run.case), run.case.tasks === 10 ? 1 : 10])));
  return time;
}

test('before any run, it is what the plan expects', () => {
  expect(plan().left(0)).toEqual({ seconds: 22, isMeasured: false });
});

test('it falls within a run, and never below what the others need', () => {
  const time = plan();
  time.start(1, 100);
  expect(time.left(100.25).seconds).toBe(21.75);
  expect(time.left(150).seconds).toBe(21);
});

test('a run takes as long as those of its case did, another case what the plan was wrong by', () => {
  const time = plan();
  time.start(1, 0);
  time.finish(3);
  expect(time.left(3)).toEqual({ seconds: 30 + 3 + 30, isMeasured: true });
  time.start(2, 3);
  time.finish(13);
  expect(time.left(13).seconds).toBe(3 + 10);
});

test('runs of an earlier invocation are neither pending nor measured', () => {
  const time = plan();
  time.start(4, 0);
  expect(time.left(0)).toEqual({ seconds: 10, isMeasured: false });
  time.finish(5);
  expect(time.left(5).seconds).toBe(0);
});

test('a run that is repeated with a longer sleep counts once', () => {
  const time = plan();
  time.start(1, 0);
  time.finish(1);
  time.start(1, 1);
  time.finish(3);
  expect(time.left(3).seconds).toBe(1.5 + 2 * 15);
});

test('runs that are added later count from then on, as long as those of their case were', () => {
  const time = plan();
  for (const place of [1, 2, 3, 4]) {
    time.start(place, place * 10);
    time.finish(place * 10 + 2);
  }
  expect(time.left(42).seconds).toBe(0);
  const one = { runtimeId: 'node@26', workload: 'sleep', tasks: 10, parameters: {} };
  time.add([{ case: one, position: 5, repeat: 2 }], new Map());
  expect(time.left(42).seconds).toBe(2);
});
