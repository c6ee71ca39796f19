import { UsageError } from '../../model/usage-error.ts';
import type { PlanFacts } from '../../results/comparison-facts.ts';
import { type Measurements, readMeasurements } from '../../results/read-results.ts';
import { shortPath } from '../../results/results-path.ts';

/** A results folder that holds some blocks of a comparison, or all of them. */
export interface Part extends Measurements {
  readonly path: string;
  readonly plan: PlanFacts;
}

/** How many runs each block of a plan has: every case once. */
export function blockRuns({ runs, repeats }: PlanFacts): number {
  return runs / repeats;
}

/**
 * Reads a results folder as a part of a comparison.
 *
 * @throws UsageError for a folder that does not say what it is a part of, or is none, or whose runs are not where the plan has them.
 */
export function readPart(path: string): Part {
  const measurements = readMeasurements(path);
  const { plan, untilSettled } = measurements.facts;
  if (untilSettled !== undefined) {
    throw new UsageError(
      `${shortPath(path)} was measured until its figures were settled, so it is no part of a larger comparison: measure the parts with --repeats`,
    );
  }
  if (plan === undefined) {
    throw new UsageError(
      `${shortPath(path)} does not say which plan it was made by: an older tasktax wrote it, so its blocks cannot be merged; measure anew, with --shard`,
    );
  }
  const size = blockRuns(plan);
  const misplaced = measurements.runs.find(
    ({ position, repeat }) => position > plan.runs || Math.ceil(position / size) !== repeat,
  );
  if (misplaced === undefined) return { ...measurements, path, plan };
  const { run_id, position, repeat } = misplaced;
  throw new UsageError(
    `${shortPath(path)}: run ${run_id} is at position ${position}, which is not in block ${repeat}: it was edited after tasktax wrote it`,
  );
}
