import type { RunRow } from '../results/tables/runs.ts';
import { formatCount } from '../text/quantity.ts';

/** How the runs went, in a line: failures by status, and how many runs were noisy. */
export function outcomeLine(runs: readonly RunRow[]): string {
  const counts = new Map<string, number>();
  for (const { status } of runs) counts.set(status, (counts.get(status) ?? 0) + 1);
  const outcomes = [...counts].map(([status, count]) => `${formatCount(count)} ${status}`);
  const noisy = runs.filter((run) => run.noise_flags !== null).length;
  const noise = noisy === 0 ? '' : `; ${formatCount(noisy)} with noise flags (see runs.csv)`;
  return `${formatCount(runs.length)} runs: ${outcomes.join(', ')}${noise}`;
}
