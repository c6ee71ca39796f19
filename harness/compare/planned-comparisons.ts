import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import type { Found } from '../provision/provide.ts';
import type { ResultsFolder } from '../results/results-folder.ts';

/** Planned comparisons; nothing is built or written yet. */
export interface PlannedComparisons {
  /** The runtimes of the comparisons, which still have to be made ready. */
  readonly found: readonly Found[];
  readonly comparisons: readonly PlannedComparison[];
}

/** The plan of one comparison, and the folder for its tables. */
export interface PlannedComparison {
  readonly plan: ComparisonPlan;
  readonly folder: ResultsFolder;
}
