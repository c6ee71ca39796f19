import { metrics } from '../../metrics/all-metrics.ts';
import type { Workload } from '../../model/workload.ts';

/** Whatever a command does: nothing is known of its tasks, so nothing is proven either. No suite can name it. */
export const commandWorkload: Workload = {
  id: 'command',
  title: 'a command of yours; that it did its work is not checked',
  keepsContract: false,
  parameters: {},
  checkpoints: [],
  timed: { from: 'ready', to: 'finished' },
  leastSeconds: () => 0,
  expectedTasks: (tasks) => tasks,
  headline: () => metrics.peak_rss_bytes,
};

/** Every workload that results can be of: those that suites name, and a command's. */
export function withCommand(
  workloads: ReadonlyMap<string, Workload>,
): ReadonlyMap<string, Workload> {
  return new Map([...workloads, [commandWorkload.id, commandWorkload]]);
}
