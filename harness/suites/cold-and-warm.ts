import type { Suite } from '../model/suite.ts';

const variants = () => [{ seconds: 3 }];

/** What does it change that a runtime compiles while it runs? Frames of interpreted code are 2 to 3 times as large. */
export const suite: Suite = {
  id: 'cold-and-warm',
  title: (count) =>
    `${count('task')} asleep at once, as the first that the runtime runs (cold) and after others (warm)`,
  repeats: 10,
  runtimes: ['java-virtual-threads', 'node', 'deno', 'bun'],
  series: [
    { workload: 'sleep', sizes: [100_000], variants },
    { workload: 'warm-sleep', sizes: [100_000], variants },
  ],
};
