import type { Workload } from '../model/workload.ts';
import { workload as sleep } from './sleep.ts';

export const workload: Workload = {
  ...sleep,
  id: 'warm-sleep',
  title:
    '`sleep` warm: `warmup` such tasks, 100 at a time, run and finish before `ready`; `sleep` itself is cold',
  parameters: { seconds: 10, warmup: 20_000 },
};

/** Why a runtime lacks it that runs only what was compiled before: it is never warm. */
export const COMPILED_BEFORE = {
  [workload.id]: 'it does not compile while it runs, so that it is never warm',
};
