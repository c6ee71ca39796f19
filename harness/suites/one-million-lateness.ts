import type { Suite } from '../model/suite.ts';

/** How late do sleeping tasks wake when there are many of them? */
export const suite: Suite = {
  id: 'one-million-lateness',
  title: (count) => `how late each of ${count('task')} wakes`,
  repeats: { maxRepeats: 20, budgetSeconds: 30 * 60 },
  series: [{ workload: 'lateness', sizes: [10_000, 1_000_000] }],
};
