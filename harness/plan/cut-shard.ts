import type { Shard } from '../model/shard.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ComparisonPlan } from './plan-comparison.ts';

/**
 * The part of a plan that one machine makes: every `of`-th block, whole, with the repeat numbers and positions that it has
 * in the whole plan. A block holds every case once, so a fast machine favours no runtime.
 *
 * @param shard undefined for the whole plan.
 * @throws UsageError when there are more shards than blocks, and none is left for this one; and when the plan ends once its
 * figures are settled, which no shard can tell alone.
 */
export function cutShard(plan: ComparisonPlan, shard: Shard | undefined): ComparisonPlan {
  if (shard === undefined) return plan;
  requireFixedRepeats(plan);
  const runs = plan.runs.filter(({ repeat }) => (repeat - 1) % shard.of === shard.index - 1);
  if (runs.length === 0) {
    throw new UsageError(
      `suite "${plan.suite.id}" has ${plan.repeats} blocks, and none is left for shard ${shard.index}/${shard.of}: choose more --repeats or fewer shards`,
    );
  }
  return {
    ...plan,
    shard,
    repeats: new Set(runs.map(({ repeat }) => repeat)).size,
    runs,
  };
}

/**
 * Refuses to divide a plan that ends once its figures are settled: each machine sees only its own runs.
 *
 * @throws UsageError for such a plan.
 */
export function requireFixedRepeats({ suite, untilSettled }: ComparisonPlan): void {
  if (untilSettled === undefined) return;
  throw new UsageError(
    `suite "${suite.id}" runs until its figures are settled, which no machine can tell from a part of the runs: choose a fixed number with --repeats`,
  );
}
