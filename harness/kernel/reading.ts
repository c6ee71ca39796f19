import type { ChargedMemory } from './charged-memory.ts';
import type { Counters } from './counters.ts';
import type { CpuAtCheckpoint } from './cpu-account.ts';

/** The counters at a checkpoint, with the checkpoint's own times: seconds since the launch. */
export interface Reading extends Counters {
  readonly checkpoint: string;
  /** When the checkpoint's line arrived. */
  readonly elapsedSeconds: number;
  /** When the program was released from the checkpoint. */
  readonly releasedSeconds: number;
  /** The numbers that the program reported with the checkpoint. */
  readonly facts: Readonly<Record<string, number>>;
  /** By the account of the run's control group; undefined where it has none. */
  readonly charged?: ChargedMemory | undefined;
  /** Undefined where nobody counts it that finely. */
  readonly cpu?: CpuAtCheckpoint | undefined;
}

/** One polled point of the memory curve. */
export interface Sample {
  readonly elapsedSeconds: number;
  readonly rssBytes: number;
  readonly threads: number | null;
}
