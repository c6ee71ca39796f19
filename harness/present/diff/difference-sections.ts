import type { Difference, DifferenceVerdict, Side } from '../../analyse/differences.ts';
import { groupBy } from '../../analyse/group-by.ts';
import { nameOf } from '../../analyse/pair-runtimes.ts';
import type { Ratio } from '../../analyse/ratio.ts';
import { formatFigure } from '../../metrics/format-figure.ts';
import { formatCount } from '../../text/quantity.ts';
import { rangeText } from '../../text/range-text.ts';

/** The differences of one figure of one workload, as text. */
export interface DifferenceSection {
  readonly title: string;
  readonly rows: readonly DifferenceRow[];
}

/** A row of a section: a cell for each of `HEAD`. */
export interface DifferenceRow {
  readonly cells: readonly string[];
  /** Whether the two sides differ significantly, so that the row stands out. */
  readonly isDifferent: boolean;
}

export const HEAD = ['runtime', 'tasks', 'before', 'after', 'after / before', 'verdict'] as const;

const VERDICTS: Readonly<Record<DifferenceVerdict, string>> = {
  better: 'better',
  worse: 'worse',
  'not-told-apart': 'not told apart',
  'no-interval': 'too few runs',
  failed: 'failed',
};

/** Arranges differences as one section a workload and figure. */
export function differenceSections(
  differences: readonly Difference[],
): readonly DifferenceSection[] {
  return groupBy(differences, ({ workload, metric }) => `${workload} ${metric.name}`).map(
    (group) => ({
      title: `${group[0].workload}: ${group[0].metric.label}`,
      rows: [...group].sort(byRuntimeAndSize).map((difference) => ({
        cells: [
          runtimeCell(difference),
          difference.tasks === null ? 'all' : formatCount(difference.tasks),
          sideCell(difference.before, difference.metric),
          sideCell(difference.after, difference.metric),
          ratioCell(difference.ratio),
          VERDICTS[difference.verdict],
        ],
        isDifferent: difference.verdict === 'better' || difference.verdict === 'worse',
      })),
    }),
  );
}

/** `sleep, 20,000 tasks, node@26.10.0: peak memory 60 MB before, 72 MB after`. */
export function differenceInWords(difference: Difference): string {
  const { workload, tasks, metric, before, after } = difference;
  const size = tasks === null ? '' : `, ${formatCount(tasks)} tasks`;
  return `${workload}${size}, ${runtimeCell(difference)}: ${metric.label} ${sideCell(before, metric)} before, ${sideCell(after, metric)} after`;
}

function byRuntimeAndSize(a: Difference, b: Difference): number {
  const byRuntime = a.before.runtimeId.localeCompare(b.before.runtimeId, 'en');
  return byRuntime || (a.tasks ?? 0) - (b.tasks ?? 0);
}

/** `node@22.1.0 → 26.10.0` where the versions differ. */
function runtimeCell({ before, after }: Difference): string {
  if (before.runtimeId === after.runtimeId) return before.runtimeId;
  if (nameOf(before.runtimeId) !== nameOf(after.runtimeId)) {
    return `${before.runtimeId} → ${after.runtimeId}`;
  }
  return `${before.runtimeId} → ${after.runtimeId.slice(after.runtimeId.indexOf('@') + 1)}`;
}

function sideCell({ value, okRuns, failedRuns }: Side, metric: Difference['metric']): string {
  const failed = failedRuns === 0 ? '' : `${failedRuns} of ${okRuns + failedRuns} failed`;
  if (value === null) return failed;
  return [formatFigure[metric.unit](value), failed].filter(Boolean).join(' ');
}

/** `1.213 (1.190–1.236)` */
function ratioCell(ratio: Ratio | undefined): string {
  if (ratio === undefined) return '—';
  const times = (value: number) => value.toFixed(3);
  return `${times(ratio.ratio)}${rangeText(ratio.interval, times)}`;
}
