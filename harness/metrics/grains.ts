/** Memory comes in pages. */
export const PAGE_BYTES = 4_096;

/** The kernel counts CPU time in ticks. */
export const TICK_SECONDS = 0.01;

/** What is counted comes one at a time. */
export const ONE = 1;

/** Clocks, and what is divided by them, have no step that a few runs could not be finer than. */
export const NO_STEP = 0;
