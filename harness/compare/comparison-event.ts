import type { Analysis } from '../analyse/analyse-runs.ts';
import type { PlannedRun } from '../model/case.ts';
import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import type { Sought } from '../provision/provide.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import type { MemoryLimit } from '../run/memory-limit.ts';
import type { Round } from './rounds.ts';

/** An event of planning and making comparisons; events are reported in order. */
export type ComparisonEvent =
  | RuntimesSought
  | RuntimePreparing
  | RuntimesMissing
  | Planned
  | Resumed
  | MemoryLimitChosen
  | RoundPlanned
  | RunStarted
  | MemorySeen
  | RunFinished
  | MovedToFallback
  | TablesWritten;

/** Receives each event synchronously, which delays the measurement: return quickly. */
export type ReportEvent = (event: ComparisonEvent) => void;

/** The search for runtimes is complete. */
export interface RuntimesSought {
  readonly kind: 'runtimes-sought';
  readonly sought: readonly Sought[];
}

/** A runtime is being built or installed; what is in the cache is ready at once. */
export interface RuntimePreparing {
  readonly kind: 'runtime-preparing';
  readonly runtimeId: string;
  /** Where it comes from. */
  readonly source: string;
}

/** Some runtimes were found but could not be built or installed; they are removed from the plan. */
export interface RuntimesMissing {
  readonly kind: 'runtimes-missing';
  readonly missing: readonly Sought[];
}

/** A comparison is about to start. */
export interface Planned {
  readonly kind: 'planned';
  readonly plan: ComparisonPlan;
  /** The folder for its tables. */
  readonly path: string;
  readonly machine: MachineRow;
  readonly runtimes: readonly RuntimeRow[];
}

/** Some of the planned runs were made by an earlier invocation. */
export interface Resumed {
  readonly kind: 'resumed';
  /** Those runs, in order. */
  readonly runs: readonly RunRow[];
  readonly madeRuns: number;
}

export interface MemoryLimitChosen {
  readonly kind: 'memory-limit-chosen';
  readonly limit: MemoryLimit;
}

/** The next runs are decided. A comparison of fixed repeats has one such round. */
export interface RoundPlanned {
  readonly kind: 'round-planned';
  readonly round: Round;
}

export interface RunStarted {
  readonly kind: 'run-started';
  readonly planned: PlannedRun;
}

/** The latest resident set size of the current run. */
export interface MemorySeen {
  readonly kind: 'memory-seen';
  readonly rssBytes: number;
}

/** A run has ended and is on the disk. */
export interface RunFinished {
  readonly kind: 'run-finished';
  readonly run: RunRow;
}

/** A folder was not writable: the results are now in another one. */
export interface MovedToFallback {
  readonly kind: 'moved-to-fallback';
  readonly from: string;
  readonly to: string;
}

/** The tables are written, after all runs or after the user stopped. */
export interface TablesWritten extends Analysis {
  readonly kind: 'tables-written';
  readonly path: string;
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
}
