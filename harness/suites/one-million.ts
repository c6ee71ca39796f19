import type { Suite } from '../model/suite.ts';
import { provingSeconds } from '../workloads/sleep.ts';

/** The test of the "1 million concurrent tasks" posts, with proof that all tasks are alive at once. */
export const suite: Suite = {
  id: 'one-million',
  title: (count) => `${count('task')} asleep at once`,
  repeats: { maxRepeats: 20, budgetSeconds: 60 * 60 },
  // Those of the posts, and two between the largest: no single size decides what a task costs (`analyse/task-cost.ts`).
  series: [
    {
      workload: 'sleep',
      sizes: [1, 10_000, 100_000, 500_000, 750_000, 1_000_000],
      variants: (tasks) => [{ seconds: provingSeconds(tasks) }],
    },
  ],
};
