import type { Suite } from '../model/suite.ts';

/** Is it the threads of the operating system that cost Go its memory? A million goroutines with few of them, and with many. */
export const suite: Suite = {
  id: 'go-threads',
  title: (count) => `${count('task')} asleep at once under Go, with 1 to 64 processors`,
  repeats: 6,
  // One processor takes longer to create a million.
  series: [{ workload: 'sleep', sizes: [1_000_000], variants: () => [{ seconds: 20 }] }],
  runtimes: ['go+procs1', 'go+procs2', 'go+procs8', 'go+procs64'],
};
