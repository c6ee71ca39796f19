/** How often each case of a suite runs: a fixed number of times, or until its answer is known. */
export type Repeats = number | UntilSettled;

/** The blocks of which every case has a run before anything is said of whether its figure is settled. */
export const LEAST_BLOCKS = 6;

/** The most runs of a case, unless something else is asked for: what so many do not settle, more hardly will. */
export const USUAL_MAX_REPEATS = 30;

/** Repeats a case until its headline is settled, or until one of the limits is reached. */
export interface UntilSettled {
  /** The half-width of the 95 % interval that settles a figure, as a share of it. Default: by the metric's unit. */
  readonly precision?: number | undefined;
  /** At most so many runs of a case; from `LEAST_BLOCKS` on. */
  readonly maxRepeats: number;
  /** No block is added that would end after so many seconds of runs. Default: as many as it takes. */
  readonly budgetSeconds?: number | undefined;
}
