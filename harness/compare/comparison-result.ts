/** What has become of a comparison; of several that apply, the first of these. */
export type ComparisonStatus =
  /** The user has stopped it: what was made is written. */
  | 'interrupted'
  /** Every planned run was made, but some are not ok. */
  | 'some-run-failed'
  /** Every run is ok, but the tables could not be written to their own folder. */
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
  /** In order; fewer than planned when the user stopped between two. */
  readonly comparisons: readonly MadeComparison[];
  readonly isInterrupted: boolean;
}

/** Sums up how a comparison went. */
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
