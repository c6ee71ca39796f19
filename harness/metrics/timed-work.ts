import type { Reading } from '../kernel/reading.ts';
import type { TwoClocks } from '../kernel/two-clocks.ts';
import { type MeasuredRun, readingAt } from './measured-run.ts';

/** What the times of a run are computed from. */
type Timed = Pick<MeasuredRun, 'readings' | 'workload'>;

/** The duration of the timed work in seconds, on the harness's clock; null when the run did not complete it. */
export function timedSeconds(run: Timed): number | null {
  const { from, to } = run.workload.timed;
  return secondsBetween(readingAt(run, from), readingAt(run, to));
}

/** The same on the program's own clock; null when it tells no time. */
export function programSeconds(run: Timed): number | null {
  return readingAt(run, run.workload.timed.to)?.facts.seconds ?? null;
}

/** Undefined when the work was not finished, or the program tells no time. */
export function clocksOf(run: Timed): TwoClocks | undefined {
  const [byHarness, byProgram] = [timedSeconds(run), programSeconds(run)];
  return byHarness === null || byProgram === null
    ? undefined
    : { harnessSeconds: byHarness, programSeconds: byProgram };
}

/** The CPU time of the timed work in seconds; null when the run did not complete it, or nobody counted it. */
export function timedCpuSeconds(run: MeasuredRun): number | null {
  const { from, to } = run.workload.timed;
  return cpuSecondsBetween(readingAt(run, from), readingAt(run, to));
}

/** CPU seconds from the release of one checkpoint to the arrival of another; null when either is missing. */
export function cpuSecondsBetween(
  from: Reading | undefined,
  to: Reading | undefined,
): number | null {
  return from?.cpu && to?.cpu ? to.cpu.arrivedCpuSeconds - from.cpu.releasedCpuSeconds : null;
}

/** Seconds from the release of one checkpoint to the arrival of another; null when either is missing. */
export function secondsBetween(from: Reading | undefined, to: Reading | undefined): number | null {
  return from && to ? to.elapsedSeconds - from.releasedSeconds : null;
}
