import type { Suite } from '../model/suite.ts';

/** The test of the "1 million concurrent tasks" posts, with proof that all tasks are alive at once. */
export const suite: Suite = {
  id: 'one-million',
  title: '1 to 1,000,000 tasks asleep at once',
  repeats: 3,
  series: [{ workload: 'sleep', sizes: [1, 10_000, 100_000, 1_000_000] }],
};
