import { expect, test } from 'vitest';
import { readingAfter } from '../metrics/measured-run.fixture.ts';
import { workload as lateness } from '../workloads/lateness.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { judgeLateness } from './judge-lateness.ts';

/** The outcome of a million tasks that were due after 10 s, were parked after 3.1 s, and finished when the test says. */
function judged(
  finishedSeconds: number,
  [p50, p99, max]: readonly [number, number, number],
  { parkedSeconds = 3.1, extra = 0, workload = lateness } = {},
) {
  const facts = { lateness_p50: p50, lateness_p99: p99, lateness_max: max };
  const readings = [
    readingAfter(0.1, 'ready'),
    readingAfter(parkedSeconds, 'parked'),
    readingAfter(finishedSeconds, 'finished', { facts }),
  ];
  const parameters = { seconds: 10, extra };
  const theCase = { runtimeId: 'node@26.10.0', workload: workload.id, tasks: 1_000, parameters };
  return judgeLateness(theCase, workload, readings);
}

test('tasks that woke in time, and some that are late', () => {
  expect(judged(13.11, [0.001, 0.002, 0.01])).toBeUndefined();
  expect(judged(21, [4, 7.9, 8])).toBeUndefined();
});

test('what is collected after the last task woke is not lateness', () => {
  expect(judged(13.3, [0, 0, 0])).toBeUndefined();
  expect(judged(14.1, [0, 0, 0])).toMatchObject({
    status: 'invalid-work',
    detail: expect.stringMatching(
      /no task woke more than 0 s late, it says, but it came 1 s after/,
    ),
  });
});

test('no task woke after the end', () => {
  // The first was due 10.11 s after the launch.
  expect(judged(21, [4, 8, 10.8])).toBeUndefined();
  expect(judged(21, [4, 8, 11.5])).toMatchObject({
    detail: expect.stringMatching(/a task woke 11.5 s late, it says, but it came 10.89 s after/),
  });
});

test('tasks that sleep longer than due are late by that', () => {
  expect(judged(13.5, [0.1, 0.1, 0.2], { extra: 0.1 })).toBeUndefined();
  expect(judged(13.5, [0.09, 0.1, 0.2], { extra: 0.1 })).toMatchObject({
    detail: expect.stringMatching(/each slept 0.1 s longer than it was due/),
  });
});

test('a program that was held while tasks became due is measured again with a longer sleep', () => {
  expect(judged(20.2, [5, 9, 9.9], { parkedSeconds: 10.2 })).toMatchObject({
    status: 'not-concurrent',
  });
});

test('other workloads report none', () => {
  expect(judged(30, [0, 0, 0], { workload: sleep })).toBeUndefined();
});
