import type { Suite } from '../model/suite.ts';

/** From this many tasks on, creating them takes long enough that they have to sleep longer. */
const MANY_TASKS = 100_000;

/** A first table and chart with what `npm ci` brings, in less than half a minute. */
export const suite: Suite = {
  id: 'quick',
  title: (count) => `${count('task')} asleep at once`,
  repeats: 3,
  publishes: false,
  runtimes: ['node', 'deno', 'bun'],
  series: [
    {
      workload: 'sleep',
      sizes: [1, 1_000, 10_000, 100_000],
      variants: (tasks) => [{ seconds: tasks < MANY_TASKS ? 0.25 : 1 }],
    },
  ],
};
