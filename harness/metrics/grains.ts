/** Memory is allocated in pages, whose size the machine tells. */
export const PAGE = 'page';

/** The kernel counts CPU time in ticks. */
export const TICK_SECONDS = 0.01;

/** Timers of many runtimes count milliseconds. */
export const TIMER_STEP_SECONDS = 0.001;

/** Control groups of version 2 count CPU time in microseconds. */
export const MICROSECOND = 1e-6;

/** Counts increase by one. */
export const ONE = 1;

/** Clock resolution is far below the noise, so times and rates have no step worth modelling. */
export const NO_STEP = 0;
