import type { Shard } from '../model/shard.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ComparisonPlan } from './plan-comparison.ts';

/**
 * The part of a plan that one machine makes: every `of`-th block, whole, with the repeat numbers and positions that it has
 * in the whole plan. A block holds every case once, so a fast machine favours no runtime.
 *
 * @param shard undefined for the whole plan.
 * @throws UsageError when there are more shards than blocks, and none is left for this one.
 */
export function cutShard(plan: ComparisonPlan, shard: Shard | undefined): ComparisonPlan {
  if (shard === undefined) return plan;
  const isOurs = plan.runs.map(({ repeat }) => (repeat - 1) % shard.of === shard.index - 1);
  const runs = plan.runs.filter((_, index) => isOurs[index]);
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
    expectedSeconds: plan.expectedSeconds.filter((_, index) => isOurs[index]),
  };
}
