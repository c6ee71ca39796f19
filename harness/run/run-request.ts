import type { Instrument } from '../kernel/instrument.ts';
import type { PlannedRun } from '../model/case.ts';
import type { Launchable } from '../model/runtime.ts';
import type { Workload } from '../model/workload.ts';
import type { MemoryLimit } from './memory-limit.ts';

/** Everything that is needed to execute one planned run. */
export interface RunRequest {
  readonly runId: string;
  readonly planned: PlannedRun;
  readonly workload: Workload;
  readonly launchable: Launchable;
  /** The out-of-memory messages of the runtime on stderr; those of the C and C++ libraries always apply. */
  readonly outOfMemory: readonly RegExp[];
  readonly instrument: Instrument;
  readonly timeoutSeconds: number;
  /** Fires when the user wants to stop. */
  readonly interrupt: AbortSignal;
  readonly memoryLimit?: MemoryLimit | undefined;
  /** Receives the latest resident set size in bytes during the run, for the progress line. */
  readonly onMemory?: (rssBytes: number) => void;
}
