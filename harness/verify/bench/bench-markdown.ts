import { markdownTable } from '../../text/markdown-table.ts';
import { share, signedPercent, titleOf } from './bench-formats.ts';
import type { AccuracyRow } from './tables/accuracy.ts';
import type { DisturbanceRow } from './tables/disturbance.ts';

/** How accurate each observer was about each program, and how it disturbed it: one table for a page. */
export function benchMarkdown(
  accuracy: readonly AccuracyRow[],
  disturbance: readonly DisturbanceRow[],
): string {
  const children = [...new Set(accuracy.map((row) => row.child))];
  const observers = [...new Set(accuracy.map((row) => row.observer))];
  const rows = observers.flatMap((observer) => {
    const ofObserver = accuracy.filter((row) => row.observer === observer);
    const [first] = ofObserver;
    const change = disturbance.find(
      (row) => row.observer === observer && row.without === 'bare child',
    );
    if (first === undefined) return [];
    const errors = children.map((child) => {
      const row = ofObserver.find((candidate) => candidate.child === child);
      return row?.error_worst === undefined ? '—' : signedPercent(row.error_worst, 2);
    });
    const steady = ofObserver.find((row) => row.child === 'steady');
    return [[titleOf(first), ...errors, share(steady?.cpu_share ?? null), changeOf(change)]];
  });
  const head = ['observer', ...children, 'CPU (steady)', 'change of rate'];
  return markdownTable(head, rows);
}

/** The sampler's own share: the harness with sampling compared with the harness without. */
export function samplerLine(disturbance: readonly DisturbanceRow[]): string {
  const row = disturbance.find((candidate) => candidate.without === 'sampling off');
  return row === undefined ? 'not measured' : `${changeOf(row)}, ${row.pairs} pairs`;
}

/** `-0.2 % (-0.9 % to +0.5 %)` */
function changeOf(row: DisturbanceRow | undefined): string {
  if (row === undefined) return '—';
  const interval = `${signedPercent(row.ci_low, 1)} to ${signedPercent(row.ci_high, 1)}`;
  return `${signedPercent(row.rate_change_median, 1)} (${interval})`;
}
