import { metrics } from '../metrics/all-metrics.ts';
import type { Workload } from '../model/workload.ts';
import { workload as sleep } from './sleep.ts';

export const workload: Workload = {
  ...sleep,
  id: 'timer',
  title: "N bare timers awaited together, no task of the program's own around them",
  // A bare timer runs no code of the program at its start or end, so most programs cannot count timers.
  concurrency: 'counted-or-by-clock',
  // The peak is that of firing: Go starts a goroutine for each timer that fires, all at once.
  headline: () => metrics.parked_rss_bytes,
  beside: { metric: metrics.peak_rss_bytes, head: 'peak' },
};
