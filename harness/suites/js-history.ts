import type { Suite } from '../model/suite.ts';

/** Does a task cost more in newer versions of Bun and Deno? */
export const suite: Suite = {
  id: 'js-history',
  title: (count) =>
    `${count('task')} asleep at once under the newest three minors of Bun and of Deno`,
  // Measured on a GitHub runner with each release, while the documents hold results of one machine.
  publishes: false,
  repeats: 3,
  series: [{ workload: 'sleep', sizes: [1, 10_000, 100_000, 1_000_000] }],
  history: [
    { runtime: 'bun', newest: 3, of: 'minor' },
    { runtime: 'deno', newest: 3, of: 'minor' },
  ],
};
