/** One of several parts into which the blocks of a comparison are dealt, so that several machines can make it. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}
