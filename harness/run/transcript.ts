import type { Reading } from '../kernel/reading.ts';
import type { Exit } from './child.ts';

/** What a program reported and showed, from launch to exit. */
export interface Transcript {
  readonly readings: readonly Reading[];
  /** Undefined when the program had to be stopped. */
  readonly exit: Exit | undefined;
  /** How it broke the contract, if it did. */
  readonly violation: string | undefined;
}
