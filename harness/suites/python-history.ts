import type { Suite } from '../model/suite.ts';

/** Does a task cost less in newer versions of CPython? Memory, rate and heap, from the version of the post of 2023 on. */
export const suite: Suite = {
  id: 'python-history',
  title: (count) => `${count('task')} under every minor of CPython from 3.8 on`,
  // The claims of posts are about the version that the other suites measure.
  publishes: false,
  repeats: 3,
  series: [
    { workload: 'sleep', sizes: [1, 10_000, 100_000, 1_000_000] },
    { workload: 'spawn', sizes: [1_000_000] },
    { workload: 'footprint', sizes: [100_000], variants: () => [{ heap: 1 }] },
  ],
  history: [{ runtime: 'python-asyncio', of: 'minor' }],
};
