import type { Suite } from '../model/suite.ts';

/** Does a task cost more in newer versions of Node? */
export const suite: Suite = {
  id: 'node-history',
  title: (count) => `${count('task')} asleep at once under the newest three majors of Node`,
  // Measured on a GitHub runner with each release, while the documents hold results of one machine.
  publishes: false,
  repeats: 3,
  series: [{ workload: 'sleep', sizes: [1, 10_000, 100_000, 1_000_000] }],
  history: [{ runtime: 'node', newest: 3, of: 'major' }],
};
