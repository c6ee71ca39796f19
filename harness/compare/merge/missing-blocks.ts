import type { PlanFacts } from '../../results/comparison-facts.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { lastStatuses } from '../completeness.ts';
import { blockRuns } from './read-part.ts';

/** A block of a plan of which runs were not made. */
export interface MissingBlock {
  /** From 1. */
  readonly block: number;
  readonly missingRuns: number;
  readonly plannedRuns: number;
}

/** The blocks of a plan that are not whole. A run that somebody stopped was not made. */
export function missingBlocks(
  plan: PlanFacts,
  runs: readonly Pick<RunRow, 'position' | 'status'>[],
): readonly MissingBlock[] {
  const plannedRuns = blockRuns(plan);
  const madeByBlock = new Map<number, number>();
  for (const [position, status] of lastStatuses(runs)) {
    if (status === 'interrupted') continue;
    const block = Math.ceil(position / plannedRuns);
    madeByBlock.set(block, (madeByBlock.get(block) ?? 0) + 1);
  }
  return Array.from({ length: plan.repeats }, (_, index) => ({
    block: index + 1,
    missingRuns: plannedRuns - (madeByBlock.get(index + 1) ?? 0),
    plannedRuns,
  })).filter(({ missingRuns }) => missingRuns > 0);
}

/** `block 3 is missing` */
export function missingBlockText({ block, missingRuns, plannedRuns }: MissingBlock): string {
  if (missingRuns === plannedRuns) return `block ${block} is missing`;
  return `${missingRuns} of ${plannedRuns} runs of block ${block} are missing`;
}
