import type { Suite } from '../model/suite.ts';
import { backlogOf } from './asyncio-cost.ts';

/** Between the rounds of the asyncio post, whose claims are decided by the runs of one comparison. */
const sizes = [250_000, 550_000];

/** Why does asyncio create tasks more slowly while others are queued? With the cyclic garbage collector, without, and in between. */
export const suite: Suite = {
  id: 'python-gc',
  title: (count) =>
    `${count('task')} created under asyncio, with and without the garbage collector`,
  repeats: 5,
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
