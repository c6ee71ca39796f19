import type { RunRow } from '../../results/tables/runs.ts';
import { formatCount } from '../../text/quantity.ts';
import { type ReportCell, type ReportTable, textCell } from './report-table.ts';

/** A page lists no more rows than this; runs.csv has them all. */
const MOST_ROWS = 200;

/** Every run that is not ok, with what is known about its end. */
export function failureTable(runs: readonly RunRow[]): ReportTable {
  return runTable(
    runs.filter(({ status }) => status !== 'ok'),
    [
      ['status', ({ status }) => textCell(status)],
      ['detail', ({ status_detail }) => textCell(status_detail ?? '')],
    ],
  );
}

/** Every ok run during which something else happened on the machine. */
export function noiseTable(runs: readonly RunRow[]): ReportTable {
  return runTable(
    runs.filter(({ status, noise_flags }) => status === 'ok' && noise_flags !== null),
    [['noise flags', ({ noise_flags }) => textCell(noise_flags ?? '')]],
  );
}

function runTable(
  runs: readonly RunRow[],
  columns: readonly (readonly [string, (run: RunRow) => ReportCell])[],
): ReportTable {
  const rows = runs.slice(0, MOST_ROWS).map((run) => ({
    runtimeId: run.runtime_id,
    cells: [
      textCell(run.runtime_id),
      textCell(run.workload),
      { text: formatCount(run.tasks), value: run.tasks },
      textCell(run.parameters),
      { text: String(run.repeat), value: run.repeat },
      ...columns.map(([, cellOf]) => cellOf(run)),
    ],
  }));
  const left = runs.length - rows.length;
  const more =
    left === 0 ? [] : [{ cells: [textCell(`and ${formatCount(left)} more, in runs.csv`)] }];
  const head = ['runtime', 'workload', 'tasks', 'parameters', 'repeat'];
  return { head: [...head, ...columns.map(([name]) => name)], rows: [...rows, ...more] };
}
