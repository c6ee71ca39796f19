import Table from 'cli-table3';
import { share, signedPercent, titleOf, worstError } from './bench-formats.ts';
import type { KnownCase } from './known-children.ts';
import type { AccuracyRow } from './tables/accuracy.ts';
import type { DisturbanceRow } from './tables/disturbance.ts';

/** How accurate each observer was, a table for each child. */
export function accuracyTables(cases: readonly KnownCase[], rows: readonly AccuracyRow[]): string {
  return cases
    .map((known) => {
      const head = ['observer', 'figure', 'error: median', 'worst', 'CPU', 'samples/s'];
      const lines = rows
        .filter((row) => row.child === known.id)
        .map((row) => [
          titleOf(row),
          row.figure,
          signedPercent(row.error_median, 2),
          worstError(row),
          share(row.cpu_share),
          row.samples_per_second === null ? '-' : row.samples_per_second.toFixed(0),
        ]);
      return `\n${known.id}: ${known.title}\n${terminalTable(head, lines)}`;
    })
    .join('\n');
}

/** How each observer disturbed its child. */
export function disturbanceTables(child: string, rows: readonly DisturbanceRow[]): string {
  const head = ['observer', 'against', 'pairs', 'change of rate', '95 % interval'];
  const lines = rows.map((row) => [
    titleOf(row),
    row.without,
    String(row.pairs),
    signedPercent(row.rate_change_median, 1),
    `${signedPercent(row.ci_low, 1)} to ${signedPercent(row.ci_high, 1)}`,
  ]);
  return `\ndisturbance of ${child}\n${terminalTable(head, lines)}`;
}

function terminalTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, column) => (column < 2 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
  for (const line of lines) table.push([...line]);
  return table.toString();
}
