import type { Suite } from '../model/suite.ts';

const sizes = [200];

/** Runs every workload once at a small size, to check that every runtime works here. */
export const suite: Suite = {
  id: 'smoke',
  title: (count) => `every workload with ${count('task')}`,
  repeats: 1,
  publishes: false,
  series: [
    { workload: 'sleep', sizes, variants: () => [{ seconds: 0.5 }] },
    { workload: 'warm-sleep', sizes, variants: () => [{ seconds: 0.5, warmup: 200 }] },
    { workload: 'lateness', sizes, variants: () => [{ seconds: 1, extra: 0.1 }] },
    { workload: 'timer', sizes, variants: () => [{ seconds: 0.5 }] },
    { workload: 'spawn', sizes },
    { workload: 'spawn-backlog', sizes, variants: () => [{ backlog: 100 }] },
    { workload: 'spawn-join', sizes },
    {
      workload: 'footprint',
      sizes,
      variants: () => [
        { pause: 0.05, heap: 0 },
        { pause: 0.05, heap: 1 },
      ],
    },
  ],
};
