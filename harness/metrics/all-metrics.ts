import type { RunMetric } from '../model/metric.ts';
import { countedTasks } from './counted-tasks.ts';
import { cpuSource, cpuTime, cpuTimeByPhase } from './cpu-time.ts';
import { faultsAndSwitches } from './faults-and-switches.ts';
import { heap } from './heap.ts';
import { instrumentQuality } from './instrument-quality.ts';
import { kernelMemory } from './kernel-memory.ts';
import { lateness } from './lateness.ts';
import type { MeasuredRun } from './measured-run.ts';
import { parkedMemory, readyMemory } from './memory-at-checkpoints.ts';
import { peakMemory, peakSource } from './peak-memory.ts';
import { processes } from './processes.ts';
import { rates } from './rates.ts';
import { times } from './times.ts';

/**
 * Every metric that is a column of runs.csv, in the order of summary.csv. A new metric is an entry in the file of its
 * group; a new group is a file, and a line here and in `measuredColumns`.
 */
export const metrics = {
  ...peakMemory,
  ...parkedMemory,
  ...readyMemory,
  ...kernelMemory,
  ...heap,
  ...rates,
  ...times,
  ...lateness,
  ...cpuTime,
  ...cpuTimeByPhase,
  ...processes,
  ...faultsAndSwitches,
};

/** The metrics that get a row in summary.csv for each case. */
export const summarisedMetrics: readonly RunMetric[] = Object.values(metrics).filter(
  ({ isSummarised }) => isSummarised,
);

/** Every column of runs.csv that is computed from a measured run, in the order of runs.csv. */
export const measuredColumns = {
  ...times,
  ...rates,
  ...lateness,
  ...cpuTime,
  ...cpuTimeByPhase,
  ...cpuSource,
  ...readyMemory,
  ...parkedMemory,
  ...peakMemory,
  ...peakSource,
  ...kernelMemory,
  ...heap,
  ...processes,
  ...faultsAndSwitches,
  ...countedTasks,
  ...instrumentQuality,
};

/** The value of each measured column for one run. */
type MeasuredCells = {
  readonly [Column in keyof typeof measuredColumns]: ReturnType<
    (typeof measuredColumns)[Column]['of']
  >;
};

/** Computes every measured column of a run. Values are not rounded; an unknown value is null. */
export function measuredCells(run: MeasuredRun): MeasuredCells {
  const cells = Object.entries(measuredColumns).map(([name, { of }]) => [name, of(run)]);
  return Object.fromEntries(cells);
}
