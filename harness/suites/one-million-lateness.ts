import type { Suite } from '../model/suite.ts';

/** A million timers that fire 8 s late are a story that memory alone hides. */
export const suite: Suite = {
  id: 'one-million-lateness',
  title: 'how late 10,000 and 1,000,000 tasks wake, all asleep at once',
  repeats: 3,
  series: [{ workload: 'lateness', sizes: [10_000, 1_000_000] }],
};
