import { PARKED } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { PAGE } from './grains.ts';
import { readingAt } from './measured-run.ts';

/** Memory before the first task is created. */
export const readyMemory = defineMetrics({
  ready_rss_bytes: {
    type: 'integer',
    description: 'Resident memory (VmRSS) at "ready", before any task is created',
    label: 'memory before the first task',
    unit: 'byte',
    grain: PAGE,
    better: 'lower',
    isSummarised: true,
    of: (run) => readingAt(run, 'ready')?.rssBytes ?? null,
  },
});

/** Memory while all tasks are suspended. */
export const parkedMemory = defineMetrics({
  parked_rss_bytes: {
    type: 'integer',
    description:
      'Resident memory (VmRSS) at "parked", with all tasks suspended; of several processes, the sum, in which what they share counts for each',
    label: 'memory with all tasks suspended',
    unit: 'byte',
    grain: PAGE,
    better: 'lower',
    isResidentMemory: true,
    isSummarised: true,
    of: (run) => readingAt(run, PARKED)?.rssBytes ?? null,
  },
  parked_pss_bytes: {
    type: 'integer',
    description:
      'Proportional set size (PSS, smaps_rollup) at "parked"; each shared page counts once',
    label: 'memory with all tasks suspended, shared pages counted once',
    unit: 'byte',
    grain: PAGE,
    better: 'lower',
    isSummarised: true,
    of: (run) => readingAt(run, PARKED)?.pssBytes ?? null,
  },
});
