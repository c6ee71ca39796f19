/** The result of a comparison; if several apply, the first in this list. */
export type ComparisonStatus =
  /** The user stopped it; the runs so far are written. */
  | 'interrupted'
  /** All planned runs were made, but some are not ok. */
  | 'some-run-failed'
  /** All runs are ok, but the tables are in another folder, because theirs was not writable. */
  | 'tables-elsewhere'
  | 'ok';

/** A comparison that was made. */
export interface MadeComparison {
  readonly status: ComparisonStatus;
  /** The folder that holds its tables. */
  readonly path: string;
}

/** Comparisons that were made one after the other. */
export interface MadeComparisons {
  /** In order; fewer than planned if the user stopped. */
  readonly comparisons: readonly MadeComparison[];
  readonly isInterrupted: boolean;
}

/** Derives the status of a comparison. */
export function comparisonStatus({
  isInterrupted,
  isAllOk,
  isElsewhere,
}: {
  readonly isInterrupted: boolean;
  readonly isAllOk: boolean;
  readonly isElsewhere: boolean;
}): ComparisonStatus {
  if (isInterrupted) return 'interrupted';
  if (!isAllOk) return 'some-run-failed';
  return isElsewhere ? 'tables-elsewhere' : 'ok';
}
