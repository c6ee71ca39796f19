import { LAST_CHECKPOINT } from '../model/workload.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';
import type { RunColumns } from './run-column.ts';

/** The program's own task counts: not metrics, but the proof that the work was done. */
export const countedTasks = {
  started: {
    type: 'integer',
    description: 'Tasks started, counted by the program, including the backlog',
    of: (run) => counted(run, 'started'),
  },
  finished: {
    type: 'integer',
    description: 'Tasks finished, counted by the program, including the backlog',
    of: (run) => counted(run, 'finished'),
  },
  live_peak: {
    type: 'integer',
    description:
      'Most tasks alive at once, counted by the program; empty for bare timers, which run no code that could count',
    of: (run) => counted(run, 'live_peak'),
  },
} as const satisfies RunColumns;

function counted(run: MeasuredRun, fact: string): number | null {
  return readingAt(run, LAST_CHECKPOINT)?.facts[fact] ?? null;
}
