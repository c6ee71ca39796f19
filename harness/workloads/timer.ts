import type { Workload } from '../model/workload.ts';
import { workload as sleep } from './sleep.ts';

export const workload: Workload = {
  ...sleep,
  id: 'timer',
  title: "N bare timers awaited together, no task of the program's own around them",
  // No code of ours runs when a bare timer starts or ends, so most programs have nothing to count with.
  concurrency: 'counted-or-by-clock',
};
