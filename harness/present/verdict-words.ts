import type { SummaryFigures } from '../analyse/summary.ts';
import { formatFigure, formatTwo, formatWithInterval } from '../metrics/format-figure.ts';
import type { Unit } from '../model/metric.ts';
import type { SummaryRow } from '../results/tables/summary.ts';
import { formatCount } from '../text/quantity.ts';

/**
 * A figure as far as its runs tell it, the same in tables, charts and sentences: `931 MB (928–934)`; `about 66 MB (9 of 14
 * runs) or 96 MB (5 of 14)`; `between 165 and 347 MB, depending on the run`. Empty without an ok run.
 */
export function verdictWords(row: SummaryRow, unit: Unit): string {
  const { median, ci_low, ci_high, min, max, runs } = row;
  if (median === null) return '';
  const { low_mode, low_mode_runs, high_mode, high_mode_runs } = row;
  if (low_mode !== null && high_mode !== null) {
    const [low, high] = [low_mode, high_mode].map(formatFigure[unit]);
    return `about ${low} (${low_mode_runs} of ${runs} runs) or ${high} (${high_mode_runs} of ${runs})`;
  }
  if (row.verdict === 'spread' && min !== null && max !== null) {
    return `between ${formatTwo(unit, min, max, ' and ')}, depending on the run`;
  }
  return formatWithInterval(unit, median, ci_low, ci_high);
}

/** The same at a bar: `66 or 96 MB`, `165–347 MB`; undefined where a single value says it. */
export function verdictLabel(figures: SummaryFigures, unit: Unit): string | undefined {
  const { verdict, low_mode, high_mode, min, max } = figures;
  if (low_mode !== null && high_mode !== null) return formatTwo(unit, low_mode, high_mode, ' or ');
  if (verdict !== 'spread' || min === null || max === null) return undefined;
  return formatTwo(unit, min, max, '–');
}

/** Before a figure that is not settled: more runs may move it. */
export const NOT_SETTLED = '~';

/** The same for a cell of a table, with the number of runs: `931 MB (928–934), 9 runs`; with a `~` before what is not settled. */
export function verdictCell(row: SummaryRow, unit: Unit): string {
  const words = verdictWords(row, unit);
  const { runs, quarter_low, quarter_high } = row;
  const count = `${formatCount(runs)} ${runs === 1 ? 'run' : 'runs'}`;
  if (quarter_low !== null && quarter_high !== null) {
    return `${words}; half of ${count}: ${formatTwo(unit, quarter_low, quarter_high, '–')}`;
  }
  if (words === '' || row.verdict === 'two-modes') return words;
  return `${row.verdict === 'not-settled' ? NOT_SETTLED : ''}${words}, ${count}`;
}
