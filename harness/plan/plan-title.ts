import { formatCount } from '../text/quantity.ts';
import type { ComparisonPlan } from './plan-comparison.ts';

/** What a comparison measures, in a phrase: with the sizes that are planned, which may be fewer than the suite's. */
export function planTitle({ suite, runs }: Pick<ComparisonPlan, 'suite' | 'runs'>): string {
  const sizes = runs.map(({ case: one }) => one.tasks).sort((a, b) => a - b);
  const [least = 0, most = least] = [sizes[0], sizes.at(-1)];
  const range = [...new Set([least, most])].map(formatCount).join(' to ');
  return suite.title((noun) => `${range} ${noun}${most === 1 ? '' : 's'}`);
}
