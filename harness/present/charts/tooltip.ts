import { formatFigure } from '../../metrics/format-figure.ts';
import type { Unit } from '../../model/metric.ts';
import type { Estimate, FigureCell } from './chart-figure.ts';

/** A point of a chart that has lines for its tooltip. */
export interface WithTooltip {
  readonly tooltipLines: readonly string[];
}

/** The tooltip of whatever is pointed at, with all text escaped. */
export function tooltipHtml(pointed: unknown): string {
  const [first] = Array.isArray(pointed) ? pointed : [pointed];
  const data: Partial<WithTooltip> | undefined = first?.data;
  const [head, ...lines] = data?.tooltipLines ?? [];
  if (head === undefined) return '';
  return [`<b>${escapeText(head)}</b>`, ...lines.map(escapeText)].join('<br>');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `1.35 GB`, its interval, and how many runs are behind it; of runs that no single value describes, what they are. */
export function estimateLines(
  { median, low, high, label }: Estimate,
  { runs }: FigureCell,
  unit: Unit,
): readonly string[] {
  const format = formatFigure[unit];
  if (label !== undefined) return [label, `median: ${format(median)}`, runs];
  const interval = low === null || high === null ? [] : [`95 %: ${format(low)} to ${format(high)}`];
  return [format(median), ...interval, runs];
}
