import type { Suite } from '../model/suite.ts';
import { backlogOf } from './asyncio-cost.ts';

/** Rounds of the asyncio post in which tasks of earlier rounds are queued: 100,000 of them, and 1,500,000. */
const sizes = [200_000, 600_000];

/** Why does asyncio create tasks more slowly while others are queued? With the cyclic garbage collector, without, and in between. */
export const suite: Suite = {
  id: 'python-gc',
  title: (count) =>
    `${count('task')} created under asyncio, with and without the garbage collector`,
  repeats: 6,
  series: [
    { workload: 'spawn', sizes },
    {
      workload: 'spawn-backlog',
      sizes,
      variants: (tasks) => [{ backlog: backlogOf(tasks) }],
    },
  ],
  runtimes: ['python-asyncio', 'python-asyncio+nogc', 'python-asyncio+gc50k'],
};
