import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import type { Found } from '../provision/provide.ts';
import type { ResultsFolder } from '../results/results-folder.ts';

/** Comparisons that can be made; nothing is built or written yet. */
export interface PlannedComparisons {
  /** The runtimes that take part, still to be made ready. */
  readonly found: readonly Found[];
  readonly comparisons: readonly PlannedComparison[];
}

/** The runs of one comparison in their order, and the folder for its tables. */
export interface PlannedComparison {
  readonly plan: ComparisonPlan;
  readonly folder: ResultsFolder;
}
