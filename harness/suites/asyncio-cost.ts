import type { Suite } from '../model/suite.ts';

const ROUND = 100_000;
const rounds = Array.from({ length: 10 }, (_, index) => (index + 1) * ROUND);

/** The tasks already queued when round k creates k x 100,000: those of all earlier rounds, 100,000 x k(k-1)/2. */
export function backlogOf(tasks: number): number {
  const round = tasks / ROUND;
  return Math.max(0, Math.round((ROUND * round * (round - 1)) / 2));
}

/** The four tests of the post about the cost of an asyncio task, for any runtime. */
export const suite: Suite = {
  id: 'asyncio-cost',
  title: () => "the asyncio post's four tests: create, create under load, create and await, memory",
  repeats: 3,
  series: [
    { workload: 'spawn', sizes: rounds },
    {
      workload: 'spawn-backlog',
      sizes: rounds,
      variants: (tasks) => [{ backlog: backlogOf(tasks) }],
    },
    { workload: 'spawn-join', sizes: rounds },
    {
      workload: 'footprint',
      sizes: [2_000, 5_000, 10_000, 50_000, 100_000],
      variants: () => [{ heap: 0 }, { heap: 1 }],
    },
  ],
};
