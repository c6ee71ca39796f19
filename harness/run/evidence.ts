import type { MemoryLimit } from './memory-limit.ts';
import type { Transcript } from './transcript.ts';

/** Why a run was stopped from our side. */
export type StopReason = 'timeout' | 'interrupted';

/** Everything that decides how a run ended. */
export interface Evidence {
  readonly transcript: Transcript;
  readonly stderrTail: string;
  /** What the runtime writes to stderr when it gets no memory. */
  readonly outOfMemory: readonly RegExp[];
  readonly stopped: StopReason | undefined;
  readonly timeoutSeconds: number;
  /** Whether the kernel killed any process for want of memory meanwhile. */
  readonly kernelOutOfMemory: boolean;
  /** The user's limit, when it was reached, and who keeps it. */
  readonly limitReached?: ReachedLimit | undefined;
}

export type ReachedLimit = Pick<MemoryLimit, 'by' | 'bytes'>;
