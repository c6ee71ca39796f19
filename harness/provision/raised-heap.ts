import { totalmem } from 'node:os';
import type { RaisedLimit } from '../model/runtime.ts';

/** Up to here, the tasks of every runtime fit in the heap that it allows itself on a machine that can hold them. */
const MOST_USUAL_TASKS = 2_000_000;

/** The kernel and everything else on the machine need the rest. */
const SHARE = 0.85;

/**
 * Raises the limit that a runtime sets its own heap, which is a part of the memory of the machine, to nearly all of it:
 * only for numbers of tasks that would end there.
 *
 * @param flag the flag that sets the limit, given in MB.
 * @param after the number of words of the command that the flag follows.
 */
export function raisedHeap(flag: (megabytes: number) => string, after = 1): RaisedLimit {
  const raised = flag(Math.floor((SHARE * totalmem()) / 2 ** 20));
  return {
    said: `${raised} for more than ${MOST_USUAL_TASKS} tasks`,
    after,
    flags: (tasks) => (tasks > MOST_USUAL_TASKS ? [raised] : []),
  };
}
