import type { Analysis } from '../analyse/analyse-runs.ts';
import type { PlannedRun } from '../model/case.ts';
import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import type { Sought } from '../provision/provide.ts';
import type { MachineRow } from '../results/tables/machines.ts';
import type { RunRow } from '../results/tables/runs.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import type { MemoryLimit } from '../run/memory-limit.ts';

/** Something that happened while comparisons were planned and made, in the order in which it did. */
export type ComparisonEvent =
  | RuntimesSought
  | RuntimePreparing
  | RuntimesMissing
  | Planned
  | Resumed
  | MemoryLimitChosen
  | RunStarted
  | MemorySeen
  | RunFinished
  | MovedToFallback
  | TablesWritten;

/** Told of each event at once, while what is measured waits: it should be quick. */
export type ReportEvent = (event: ComparisonEvent) => void;

/** Every runtime was looked for. */
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

/** Runtimes that were found could not be built or installed: they are taken out of the plan. */
export interface RuntimesMissing {
  readonly kind: 'runtimes-missing';
  readonly missing: readonly Sought[];
}

/** A comparison is about to be made. */
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
  readonly plannedRuns: number;
}

export interface MemoryLimitChosen {
  readonly kind: 'memory-limit-chosen';
  readonly limit: MemoryLimit;
}

export interface RunStarted {
  readonly kind: 'run-started';
  readonly planned: PlannedRun;
}

/** The latest resident size of the run that is going on. */
export interface MemorySeen {
  readonly kind: 'memory-seen';
  readonly rssBytes: number;
}

/** A run has ended, and is safe on the disk. */
export interface RunFinished {
  readonly kind: 'run-finished';
  readonly run: RunRow;
}

/** A folder could not be written to: what was measured is in another now. */
export interface MovedToFallback {
  readonly kind: 'moved-to-fallback';
  readonly from: string;
  readonly to: string;
}

/** All runs are made, or the user has stopped them, and the tables are written. */
export interface TablesWritten extends Analysis {
  readonly kind: 'tables-written';
  readonly path: string;
  readonly runtimes: readonly RuntimeRow[];
  readonly runs: readonly RunRow[];
}
