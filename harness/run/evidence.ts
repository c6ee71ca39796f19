import type { MemoryLimit } from './memory-limit.ts';
import type { Transcript } from './transcript.ts';

/** Why the harness stopped a run. */
export type StopReason = 'timeout' | 'interrupted';

/** Everything that determines the outcome of a run. */
export interface Evidence {
  readonly transcript: Transcript;
  readonly stderrTail: string;
  /** Patterns of the messages of the runtime on stderr when an allocation fails. */
  readonly outOfMemory: readonly RegExp[];
  readonly stopped: StopReason | undefined;
  readonly timeoutSeconds: number;
  /** Whether the OOM killer of the kernel killed any process during the run. */
  readonly kernelOutOfMemory: boolean;
  /** The memory limit of the user, if it was reached. */
  readonly limitReached?: ReachedLimit | undefined;
}

export type ReachedLimit = Pick<MemoryLimit, 'by' | 'bytes'>;
