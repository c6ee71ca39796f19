import { MultiBar, type SingleBar } from 'cli-progress';
import type { PlannedRun } from '../../model/case.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { formatBytes, formatCount, formatDuration } from '../../text/quantity.ts';

/** Shows how far a comparison has come. */
export interface Progress {
  readonly start: (planned: PlannedRun) => void;
  readonly memory: (rssBytes: number) => void;
  readonly finish: (run: RunRow) => void;
  /** Something that the user should know at once. */
  readonly note: (line: string) => void;
  readonly stop: () => void;
}

/** What a progress needs to know of the plan. */
export interface PlanSize {
  readonly runs: number;
  /** Estimated seconds of each run, in order, so that the remaining time tells long runs from short ones. */
  readonly expectedSeconds: readonly number[];
}

/** A bar with the current run's live memory on a terminal; a plain line a run everywhere else. */
export function startProgress(stream: NodeJS.WriteStream, plan: PlanSize): Progress {
  return stream.isTTY ? barProgress(stream, plan) : lineProgress(stream, plan);
}

function lineProgress(stream: NodeJS.WriteStream, plan: PlanSize): Progress {
  return {
    start: () => {},
    memory: () => {},
    finish: (run) => stream.write(`[${run.position}/${plan.runs}] ${describeRun(run)}\n`),
    note: (line) => stream.write(`${line}\n`),
    stop: () => {},
  };
}

function barProgress(stream: NodeJS.WriteStream, plan: PlanSize): Progress {
  const { expectedSeconds: seconds } = plan;
  const total = seconds.reduce((sum, value) => sum + value, 0);
  let done = 0;
  const bars = new MultiBar({
    stream,
    format: '{bar} {run} of {runs} runs, {left} left | {what} {memory}',
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
  });
  const bar: SingleBar = bars.create(total, 0, {
    run: 0,
    runs: plan.runs,
    left: formatDuration(total),
    what: '',
    memory: '',
  });
  return {
    start: ({ case: theCase, position }) => {
      bar.update({
        run: position,
        what: `${theCase.runtimeId} ${theCase.workload} ${formatCount(theCase.tasks)}`,
        memory: '',
      });
    },
    memory: (rssBytes) => bar.update({ memory: formatBytes(rssBytes) }),
    finish: (run) => {
      done = seconds.slice(0, run.position).reduce((sum, value) => sum + value, 0);
      bar.update(done, { left: formatDuration(total - done) });
      if (run.status !== 'ok') bars.log(`${describeRun(run)}\n`);
    },
    note: (line) => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  };
}

/** One run in one line: what it was, how it ended, what it needed. */
function describeRun(run: RunRow): string {
  const parameters = run.parameters === '-' ? '' : ` ${run.parameters}`;
  const name = `${run.runtime_id} ${run.workload} ${formatCount(run.tasks)}${parameters}`;
  const peak = run.peak_rss_bytes === null ? '' : `, peak ${formatBytes(run.peak_rss_bytes)}`;
  const outcome = run.status === 'ok' ? 'ok' : `${run.status} (${run.status_detail})`;
  const noise = run.noise_flags === null ? '' : `, noise: ${run.noise_flags}`;
  return `${name}: ${outcome}${peak}, ${formatDuration(run.wall_seconds)}${noise}`;
}
