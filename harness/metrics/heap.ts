import { ANY_SIGN } from '../model/largest-figure.ts';
import { PARKED } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { PAGE } from './grains.ts';
import { readingAt } from './measured-run.ts';

/** Heap size as the language runtime itself reports it. */
export const heap = defineMetrics({
  heap_bytes: {
    type: 'integer',
    minimum: ANY_SIGN,
    description:
      'Growth of the heap from "ready" to "parked", as the language runtime reports it; only with heap=1',
    label: "heap by the language's own account",
    unit: 'byte',
    grain: PAGE,
    better: 'lower',
    isSummarised: true,
    of: (run) => {
      const before = readingAt(run, 'ready')?.facts.heap_bytes;
      const after = readingAt(run, PARKED)?.facts.heap_bytes;
      return before === undefined || after === undefined ? null : after - before;
    },
  },
});
