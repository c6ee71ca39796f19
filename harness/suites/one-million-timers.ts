import type { Suite } from '../model/suite.ts';
import { provingSeconds } from '../workloads/sleep.ts';

/** Bare timers without tasks: what the 2024 programs for Node, Python and join_all really measured. */
export const suite: Suite = {
  id: 'one-million-timers',
  title: (count) => `${count('bare timer')} awaited together`,
  repeats: { maxRepeats: 20, budgetSeconds: 30 * 60 },
  // As in one-million.
  series: [
    {
      workload: 'timer',
      sizes: [1, 10_000, 100_000, 500_000, 750_000, 1_000_000],
      variants: (tasks) => [{ seconds: provingSeconds(tasks) }],
    },
  ],
};
