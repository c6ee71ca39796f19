import { LAST_CHECKPOINT } from '../model/workload.ts';
import { defineMetrics } from './define-metrics.ts';
import { NO_STEP } from './grains.ts';
import { readingAt } from './measured-run.ts';
import { programSeconds, secondsBetween, timedSeconds } from './timed-work.ts';

/** The wall-clock time of each phase of a run. */
export const times = defineMetrics({
  startup_seconds: {
    type: 'number',
    description: 'From launch to the arrival of "ready", on the harness\'s clock',
    label: 'start-up time',
    unit: 'second',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: (run) => readingAt(run, 'ready')?.elapsedSeconds ?? null,
  },
  create_seconds: {
    type: 'number',
    description:
      'Time to create the tasks: from the release of "ready" (of "queued" in spawn-backlog) to the arrival of "parked" or "created", on the harness\'s clock',
    label: 'time to create the tasks',
    unit: 'second',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: (run) => (run.workload.timed.to === LAST_CHECKPOINT ? null : timedSeconds(run)),
  },
  finish_seconds: {
    type: 'number',
    description:
      'From the release of the previous checkpoint to the arrival of "finished", on the harness\'s clock',
    label: 'time to finish the tasks',
    unit: 'second',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: (run) => {
      const last = readingAt(run, LAST_CHECKPOINT);
      return last ? secondsBetween(run.readings.at(-2), last) : null;
    },
  },
  exit_seconds: {
    type: 'number',
    description: 'From the release of "finished" to the exit of the process',
    label: 'time to exit',
    unit: 'second',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: (run) => {
      const last = readingAt(run, LAST_CHECKPOINT);
      return last ? run.wallSeconds - last.releasedSeconds : null;
    },
  },
  wall_seconds: {
    type: 'number',
    required: true,
    description: 'From launch to exit, including the time that the program waited at checkpoints',
    label: 'time from launch to exit',
    unit: 'second',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: ({ wallSeconds }) => wallSeconds,
  },
  program_seconds: {
    type: 'number',
    description: "Duration of the timed work on the program's own clock, reported as seconds=",
    label: "time by the program's own clock",
    unit: 'second',
    grain: NO_STEP,
    better: 'lower',
    isSummarised: true,
    of: programSeconds,
  },
});
