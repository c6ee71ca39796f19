import { metrics } from '../metrics/all-metrics.ts';
import { parameter, type Workload } from '../model/workload.ts';
import { workload as sleep } from './sleep.ts';

export const workload: Workload = {
  ...sleep,
  id: 'lateness',
  title:
    'N tasks that note when they are due, and count how late they wake; each sleeps `extra` seconds longer than due',
  parameters: { seconds: 10, extra: 0 },
  leastSeconds: (parameters) => parameter(parameters, 'seconds') + parameter(parameters, 'extra'),
  lateness: (parameters) => ({
    dueSeconds: parameter(parameters, 'seconds'),
    leastSeconds: parameter(parameters, 'extra'),
  }),
  headline: () => metrics.lateness_p99_seconds,
};
