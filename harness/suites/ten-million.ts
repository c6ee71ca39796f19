import type { Suite } from '../model/suite.ts';
import { provingSeconds } from '../workloads/sleep.ts';

/** Does the ten-millionth task cost what the first did? */
export const suite: Suite = {
  id: 'ten-million',
  title: '1, 3 and 10 million tasks asleep at once, wherever memory allows',
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
