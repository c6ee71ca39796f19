import { LAST_CHECKPOINT } from '../model/workload.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';
import type { RunColumns } from './run-column.ts';

/** What the program counted of its tasks: no figure, but the proof that there is one. */
export const countedTasks = {
  started: {
    type: 'integer',
    description: 'Tasks that the program counted as started, the backlog included',
    of: (run) => counted(run, 'started'),
  },
  finished: {
    type: 'integer',
    description: 'Tasks that the program counted as finished, the backlog included',
    of: (run) => counted(run, 'finished'),
  },
  live_peak: {
    type: 'integer',
    description:
      'Most tasks that the program counted alive at once; empty for bare timers, which run no code that could count',
    of: (run) => counted(run, 'live_peak'),
  },
} as const satisfies RunColumns;

function counted(run: MeasuredRun, fact: string): number | null {
  return readingAt(run, LAST_CHECKPOINT)?.facts[fact] ?? null;
}
