import { geometricMean } from 'simple-statistics';
import type { ClaimVerdict, JudgedComparison, Judgement } from '../../analyse/judge-claim.ts';
import { type ClaimFigure, type ClaimTest, figuresOf } from '../../claims/claim.ts';
import { equivalentOf } from '../../claims/equivalents.ts';
import type { PublishedFigure } from '../../claims/read-published.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import { cpuSeconds } from '../../metrics/cpu-time.ts';
import { formatFigure } from '../../metrics/format-figure.ts';
import { bytesPerTask } from '../../metrics/task-cost.ts';
import { formatCount } from '../../text/quantity.ts';
import { rangeText } from '../../text/range-text.ts';

/** The figures that a judgement follows from, and what decides it: the ratio, or the comparisons that do not hold. */
export function evidence({ verdict, figures, comparisons }: Judgement): string {
  const known = figures.map(({ figure }) => figure);
  const values = figures.flatMap(({ figure, measured }) => {
    if (measured === undefined) return [];
    const interval = comparisons.length === 0 ? rangeText(measured.interval, formatOf(figure)) : '';
    const name = `${measured.runtimeId}${qualifier(figure, known)}`;
    const text = `${name} ${formatOf(figure)(measured.value)}${interval}`;
    return [{ value: measured.value, text }];
  });
  const missing = figures.flatMap(({ figure, measured, otherParameters }) => {
    if (measured !== undefined) return [];
    const reason =
      otherParameters.length === 0
        ? ''
        : ` with ${figure.parameters}, only with ${otherParameters.join(' and ')}`;
    return [`${nameOf(figure)}${qualifier(figure, known)}${reason}`];
  });
  const parts = [
    listed(values),
    ...decisive(verdict, comparisons, known),
    missing.length === 0 ? '' : `not measured: ${missing.join(', ')}`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** The same figures as the publication printed them; a dash where it printed none. */
export function publishedEvidence(
  test: ClaimTest,
  publication: string,
  published: readonly PublishedFigure[],
): string {
  const own = published.filter((one) => one.publication === publication);
  const known = figuresOf(test);
  const printed = known.flatMap((figure) => {
    const found = printedFigure(figure, own);
    if (found === undefined) return [];
    const text = `${found.label}${qualifier(figure, known)} ${formatOf(figure)(found.value)}`;
    return [{ value: found.value, text }];
  });
  if (printed.length === 0) return '—';
  const [more, less] = printed;
  const isRatio = test.kind === 'comparisons' && test.comparisons.length === 1 && more && less;
  return isRatio ? `${listed(printed)}; ${times(more.value / less.value)}` : listed(printed);
}

/** Two stand as they are compared, more stand in order. */
function listed(values: readonly { readonly value: number; readonly text: string }[]): string {
  const inOrder = values.length > 2 ? [...values].sort((a, b) => a.value - b.value) : values;
  return inOrder.map(({ text }) => text).join(', ');
}

function printedFigure(figure: ClaimFigure, published: readonly PublishedFigure[]) {
  const found = figure.tasks.flatMap((tasks) => {
    for (const one of published) {
      const equivalent = equivalentOf(one);
      const isSame =
        equivalent?.runtime === figure.runtime && equivalent.workload === figure.workload;
      const value = printedValue(one, figure);
      if (isSame && one.tasks === tasks && value !== undefined)
        return [{ label: one.label, value }];
    }
    return [];
  });
  const [first] = found;
  if (first === undefined || found.length < figure.tasks.length) return undefined;
  return { label: first.label, value: geometricMean(found.map(({ value }) => value)) };
}

function printedValue(printed: PublishedFigure, { metric }: ClaimFigure): number | undefined {
  if (metric === metrics.wall_seconds) return printed.wallSeconds;
  if (metric === cpuSeconds) return printed.cpuSeconds;
  return printed.headline === metric ? printed.value : undefined;
}

/** One comparison shows its ratio; of several, those that do not hold show theirs, unless the claim holds by the others. */
function decisive(
  claim: ClaimVerdict,
  comparisons: readonly JudgedComparison[],
  known: readonly ClaimFigure[],
) {
  const decided = comparisons.filter(({ ratio }) => ratio !== undefined);
  const [only] = decided;
  if (comparisons.length === 1 && only?.ratio) {
    return [`${times(only.ratio.ratio)}${rangeText(only.ratio.interval, twoDigits)}`];
  }
  const holding = comparisons.filter(({ verdict }) => verdict === 'holds here');
  const shown =
    claim === 'holds here' && holding.length < comparisons.length
      ? holding
      : decided.filter(({ verdict }) => verdict !== 'holds here');
  return shown.flatMap(({ comparison: { more, less }, ratio }) => {
    if (ratio === undefined) return [];
    const [above, below] = [more, less].map(
      (figure) => `${figure.runtime}${qualifier(figure, known)}`,
    );
    const size = `${times(ratio.ratio)}${rangeText(ratio.interval, twoDigits)}`;
    return [`${above} is ${size} ${below}`];
  });
}

/** What tells a figure from others of the same runtime: its workload, its size. */
function qualifier(figure: ClaimFigure, known: readonly ClaimFigure[]): string {
  const same = known.filter(({ runtime }) => runtime === figure.runtime);
  const parts = [
    same.some(({ workload }) => workload !== figure.workload) ? figure.workload : '',
    same.some(({ tasks }) => tasks.join() !== figure.tasks.join())
      ? figure.tasks.map(formatCount).join(', ')
      : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** A runtime as it is asked for: `python-asyncio@3.8`. */
function nameOf({ runtime, version }: ClaimFigure): string {
  return version === undefined ? runtime : `${runtime}@${version}`;
}

/** A cost a task is written as in the tables of costs. */
function formatOf({ metric, isPerTask }: ClaimFigure): (value: number) => string {
  return formatFigure[isPerTask ? bytesPerTask.unit : metric.unit];
}

function times(ratio: number): string {
  return `${twoDigits(ratio)} times`;
}

function twoDigits(value: number): string {
  return value.toFixed(2);
}
