import type { Unit } from '../../model/metric.ts';
import type { Estimate, FigureCell } from './figure.ts';
import { formatQuantity } from './format-quantity.ts';

/** A point that can say what it is: the lines that are shown when a reader points at it. */
export interface Telling {
  readonly tip: readonly string[];
}

/** The tooltip of whatever is pointed at; names and figures are text, whatever they hold. */
export function tipOf(pointed: unknown): string {
  const [first] = Array.isArray(pointed) ? pointed : [pointed];
  const data: Partial<Telling> | undefined = first?.data;
  const [head, ...lines] = data?.tip ?? [];
  if (head === undefined) return '';
  return [`<b>${escapeTip(head)}</b>`, ...lines.map(escapeTip)].join('<br>');
}

function escapeTip(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `1.35 GB`, its interval, and how many runs that is of. */
export function estimateLines(
  { median, low, high }: Estimate,
  { runs }: FigureCell,
  quantity: Unit,
): readonly string[] {
  const format = formatQuantity[quantity];
  const interval = low === null || high === null ? [] : [`95 %: ${format(low)} to ${format(high)}`];
  return [format(median), ...interval, runs];
}
