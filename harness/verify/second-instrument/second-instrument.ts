import { randomUUID } from 'node:crypto';
import { largestDescendantInstrument } from '../../kernel/largest-descendant-instrument.ts';
import { highest } from '../../metrics/highest.ts';
import type { Parameters } from '../../model/parameters.ts';
import type { Launchable } from '../../model/runtime.ts';
import type { Workload } from '../../model/workload.ts';
import { execute } from '../../run/execute.ts';
import { type GnuTime, peakInStderr, throughGnuTime } from './gnu-time.ts';

/** What two instruments report for the same process; null where one reports nothing. */
export interface TwoPeaks {
  readonly status: string;
  readonly oursBytes: number | null;
  readonly theirsBytes: number | null;
}

const TIMEOUT_SECONDS = 60;

/**
 * One run of a program, measured by our instrument at its checkpoints and by GNU time at its end. Both measure the same
 * process, since two runs of a runtime with a garbage collector differ by more than two instruments may.
 */
export async function peaksOfOneRun(
  time: GnuTime,
  launchable: Launchable,
  workload: Workload,
  { tasks, parameters }: { readonly tasks: number; readonly parameters: Parameters },
): Promise<TwoPeaks> {
  const run = await execute({
    runId: `second-instrument-${randomUUID()}`,
    planned: {
      case: { runtimeId: 'program@1', workload: workload.id, tasks, parameters },
      repeat: 1,
      position: 1,
    },
    workload,
    launchable: throughGnuTime(time, launchable),
    outOfMemory: [],
    instrument: largestDescendantInstrument,
    timeoutSeconds: TIMEOUT_SECONDS,
    interrupt: new AbortController().signal,
  });
  return {
    status: run.outcome.status,
    // Of the program alone: the peak of the run is that of GNU time and the program together.
    oursBytes: highest(run.readings.flatMap((one) => [one.rssBytes, one.peakRssBytes])),
    theirsBytes: peakInStderr(run.stderrTail) ?? null,
  };
}
