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
  readonly start: (planned: PlannedRun) => void;
  readonly memory: (rssBytes: number) => void;
  readonly finish: (run: RunRow) => void;
  /** Something that the user should know at once. */
  readonly note: (line: string) => void;
  readonly stop: () => void;
}

/** Rows that move on a terminal; a plain line a run everywhere else. */
export function startProgress(
  stream: NodeJS.WriteStream,
  plan: ComparisonPlan,
  workloads: ReadonlyMap<string, Workload>,
): Progress {
  return stream.isTTY ? liveProgress(stream, plan, workloads) : lineProgress(stream, plan);
}

/** Where a run stands in a plan, from 1, by its position: in a shard, runs keep the positions that they have in the whole. */
function placesIn({ runs }: ComparisonPlan): (position: number) => number {
  const places = new Map(runs.map(({ position }, index) => [position, index + 1]));
  return (position) => places.get(position) ?? 0;
}

function lineProgress(stream: NodeJS.WriteStream, plan: ComparisonPlan): Progress {
  const placeOf = placesIn(plan);
  return {
    start: () => {},
    memory: () => {},
    finish: (run) =>
      stream.write(`[${placeOf(run.position)}/${plan.runs.length}] ${runLine(run)}\n`),
    note: (line) => stream.write(`${line}\n`),
    stop: () => {},
  };
}

function liveProgress(
  stream: NodeJS.WriteStream,
  plan: ComparisonPlan,
  workloads: ReadonlyMap<string, Workload>,
): Progress {
  const style = styleFor(stream);
  const runtimes = new RuntimesProgress(plan, workloads);
  const time = new RemainingTime(plan);
  const placeOf = placesIn(plan);
  const plannedRuns = plan.runs.length;
  let current: PlannedRun | undefined;
  let rssBytes: number | undefined;
  const state = (): ProgressState => ({
    rows: runtimes.rows,
    plannedRuns,
    current,
    rssBytes,
    left: time.left(nowSeconds()),
  });
  const region = new LiveRegion(stream, (size) => progressLines(state(), size, style));
  return {
    start: (planned) => {
      current = planned;
      rssBytes = undefined;
      const place = placeOf(planned.position);
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
