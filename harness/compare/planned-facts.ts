import type { ComparisonPlan } from '../plan/plan-comparison.ts';
import { planTitle } from '../plan/plan-title.ts';
import type { ComparisonFacts } from '../results/comparison-facts.ts';

/** What a plan tells of its comparison before the first run. */
export function plannedFacts(
  plan: ComparisonPlan,
): Pick<ComparisonFacts, 'suite' | 'title' | 'seed' | 'repeats' | 'untilSettled'> {
  const { suite, seed, repeats, untilSettled } = plan;
  return {
    suite: suite.id,
    title: planTitle(plan),
    seed,
    repeats,
    ...(untilSettled === undefined ? {} : { untilSettled }),
  };
}
