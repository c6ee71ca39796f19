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
  /** What the runtime writes to stderr when it gets no memory; the messages of the C and C++ libraries are always known. */
  readonly outOfMemory: readonly RegExp[];
  readonly instrument: Instrument;
  readonly timeoutSeconds: number;
  /** Fires when the user wants to stop. */
  readonly interrupt: AbortSignal;
  readonly memoryLimit?: MemoryLimit | undefined;
  /** Told the latest resident size while the run goes on, for the progress line. */
  readonly onMemory?: (rssBytes: number) => void;
}
