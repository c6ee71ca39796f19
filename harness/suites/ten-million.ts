import type { Suite } from '../model/suite.ts';
import { provingSeconds } from '../workloads/sleep.ts';

/** Does the ten-millionth task cost what the first did? */
export const suite: Suite = {
  id: 'ten-million',
  title: (count) => `${count('task')} asleep at once, where they fit in memory`,
  // A block of all runtimes takes twenty minutes.
  repeats: 3,
  series: [
    {
      workload: 'sleep',
      sizes: [1_000, 1_000_000, 3_000_000, 10_000_000],
      variants: (tasks) => [{ seconds: provingSeconds(tasks) }],
    },
  ],
};
