import type { Reading } from '../kernel/reading.ts';
import type { Exit } from './child.ts';

/** What a program reported and showed, from launch to exit. */
export interface Transcript {
  readonly readings: readonly Reading[];
  /** Undefined when the harness stopped the program. */
  readonly exit: Exit | undefined;
  /** How the program violated the contract, if it did. */
  readonly violation: string | undefined;
}
