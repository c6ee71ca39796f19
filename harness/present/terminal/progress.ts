import type { PlannedRun } from '../../model/case.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { LiveRegion } from './live-region.ts';
import { type ProgressState, progressLines } from './progress-lines.ts';
import { RemainingTime } from './remaining-time.ts';
import { runLine } from './run-line.ts';
import { RuntimesProgress } from './runtime-progress.ts';
import { styleFor } from './style.ts';

/** Shows how far a comparison has come. */
export interface Progress {
  /** More runs are due, after those that were added before. */
  readonly add: (runs: readonly PlannedRun[]) => void;
  readonly start: (planned: PlannedRun) => void;
  readonly memory: (rssBytes: number) => void;
  readonly finish: (run: RunRow) => void;
  /** Something that the user should know at once. */
  readonly note: (line: string) => void;
  readonly stop: () => void;
}

/**
 * Rows that move on a terminal; a plain line a run everywhere else.
 *
 * @param due the runs that are due at first; `add` tells of more.
 */
export function startProgress(
  stream: NodeJS.WriteStream,
  plan: ComparisonPlan,
  due: readonly PlannedRun[],
  workloads: ReadonlyMap<string, Workload>,
): Progress {
  return stream.isTTY ? liveProgress(stream, plan, due, workloads) : lineProgress(stream, due);
}

/** Where each run that is due stands, from 1, by its position in the plan. */
class Places {
  readonly #places = new Map<number, number>();

  add(runs: readonly PlannedRun[]): void {
    for (const { position } of runs) this.#places.set(position, this.#places.size + 1);
  }

  of(position: number): number {
    return this.#places.get(position) ?? 0;
  }

  get count(): number {
    return this.#places.size;
  }
}

function lineProgress(stream: NodeJS.WriteStream, due: readonly PlannedRun[]): Progress {
  const places = new Places();
  places.add(due);
  return {
    add: (runs) => places.add(runs),
    start: () => {},
    memory: () => {},
    finish: (run) => stream.write(`[${places.of(run.position)}/${places.count}] ${runLine(run)}\n`),
    note: (line) => stream.write(`${line}\n`),
    stop: () => {},
  };
}

function liveProgress(
  stream: NodeJS.WriteStream,
  plan: ComparisonPlan,
  due: readonly PlannedRun[],
  workloads: ReadonlyMap<string, Workload>,
): Progress {
  const style = styleFor(stream);
  const runtimes = new RuntimesProgress(plan, workloads);
  const time = new RemainingTime();
  const places = new Places();
  const add = (runs: readonly PlannedRun[]) => {
    places.add(runs);
    runtimes.add(runs);
    time.add(runs, plan.expectedSeconds);
  };
  add(due);
  let current: PlannedRun | undefined;
  let rssBytes: number | undefined;
  const state = (): ProgressState => ({
    rows: runtimes.rows,
    plannedRuns: places.count,
    current,
    rssBytes,
    left: time.left(nowSeconds()),
  });
  const region = new LiveRegion(stream, (size) => progressLines(state(), size, style));
  return {
    add,
    start: (planned) => {
      current = planned;
      rssBytes = undefined;
      const place = places.of(planned.position);
      runtimes.start(place);
      time.start(place, nowSeconds());
    },
    memory: (bytes) => {
      rssBytes = bytes;
    },
    finish: (run) => {
      runtimes.finish(run);
      time.finish(nowSeconds());
      if (run.status !== 'ok') region.print(style('red', runLine(run)));
    },
    note: (line) => region.print(style('yellow', line)),
    stop: () => region.stop(),
  };
}

function nowSeconds(): number {
  return performance.now() / 1e3;
}
