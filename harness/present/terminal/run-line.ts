import type { RunRow } from '../../results/tables/runs.ts';
import { formatBytes, formatCount, formatDuration } from '../../text/quantity.ts';

/** One run in one line: what it was, how it ended, what it needed. */
export function runLine(run: RunRow): string {
  const parameters = run.parameters === '-' ? '' : ` ${run.parameters}`;
  const name = `${run.runtime_id} ${run.workload} ${formatCount(run.tasks)}${parameters}`;
  const peak = run.peak_rss_bytes === null ? '' : `, peak ${formatBytes(run.peak_rss_bytes)}`;
  const outcome = run.status === 'ok' ? 'ok' : `${run.status} (${run.status_detail})`;
  const noise = run.noise_flags === null ? '' : `, noise: ${run.noise_flags}`;
  return `${name}: ${outcome}${peak}, ${formatDuration(run.wall_seconds)}${noise}`;
}
