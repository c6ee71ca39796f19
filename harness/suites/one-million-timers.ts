import type { Suite } from '../model/suite.ts';

/** What the 2024 programs for Node, Python and join_all really measured: timers, with no task of the program's own around them. */
export const suite: Suite = {
  id: 'one-million-timers',
  title: '1 to 1,000,000 bare timers awaited together',
  repeats: 3,
  series: [{ workload: 'timer', sizes: [1, 10_000, 100_000, 1_000_000] }],
};
