import { markdownTable } from '../../text/markdown-table.ts';
import { share, signedPercent, titleOf, worstError } from './bench-formats.ts';
import type { AccuracyRow } from './tables/accuracy.ts';
import type { DisturbanceRow } from './tables/disturbance.ts';

/** The rows of a bench. */
export interface BenchRows {
  readonly accuracy: readonly AccuracyRow[];
  readonly disturbance: readonly DisturbanceRow[];
}

/** The programs of the bench that tell the tools apart, and what they do. */
const TELLING: Readonly<Record<string, string>> = {
  'short-spike': 'holds 200 MiB for 0.01 s',
  'short-command': 'holds 16 MiB and ends within 0.02 s',
  pool: 'a pool of four shares 300 MiB and has 100 of its own',
  'small-after-large': '16 MiB, after a run of 512 MiB',
};

/** How accurate each observer was about each program, and how it disturbed one: all that was measured. */
export function allErrors(rows: BenchRows): string {
  const children = new Map(rows.accuracy.map(({ child }) => [child, child]));
  return observerTable(rows, 'observer', children, {
    'CPU (steady)': ({ ofChild }) => share(ofChild('steady')?.cpu_share ?? null),
    'change of rate': ({ disturbed }) => changeOf(disturbed),
  });
}

/** The same about the programs that tell the tools apart. */
export function tellingErrors(rows: BenchRows): string {
  const measured = new Set(rows.accuracy.map(({ child }) => child));
  const children = new Map(Object.entries(TELLING).filter(([child]) => measured.has(child)));
  return observerTable(rows, 'tool', children, {
    'change of pace': ({ disturbed }) => signedPercent(disturbed?.rate_change_median ?? null, 1),
  });
}

/** The sampler's own share: the harness with sampling compared with the harness without. */
export function samplerLine(disturbance: readonly DisturbanceRow[]): string {
  const row = disturbance.find((candidate) => candidate.without === 'sampling off');
  return row === undefined ? 'not measured' : `${changeOf(row)}, ${row.pairs} pairs`;
}

/** What was measured of one observer. */
interface OneObserver {
  readonly ofChild: (child: string) => AccuracyRow | undefined;
  readonly disturbed: DisturbanceRow | undefined;
}

/**
 * A table with a row for each observer: its worst error about each child, then other columns.
 *
 * @param children the heads of the columns, by child.
 */
function observerTable(
  { accuracy, disturbance }: BenchRows,
  subject: string,
  children: ReadonlyMap<string, string>,
  others: Readonly<Record<string, (one: OneObserver) => string>>,
): string {
  const rows = [...new Map(accuracy.map((row) => [row.observer, row])).values()].map((any) => {
    const ofObserver = accuracy.filter((row) => row.observer === any.observer);
    const ofChild = (child: string) => ofObserver.find((row) => row.child === child);
    const disturbed = disturbance.find(
      (row) => row.observer === any.observer && row.without === 'bare child',
    );
    return [
      titleOf(any),
      ...[...children.keys()].map((child) => worstError(ofChild(child))),
      ...Object.values(others).map((cell) => cell({ ofChild, disturbed })),
    ];
  });
  return markdownTable([subject, ...children.values(), ...Object.keys(others)], rows);
}

/** `-0.2 % (-0.9 % to +0.5 %)` */
function changeOf(row: DisturbanceRow | undefined): string {
  if (row === undefined) return '—';
  const interval = `${signedPercent(row.ci_low, 1)} to ${signedPercent(row.ci_high, 1)}`;
  return `${signedPercent(row.rate_change_median, 1)} (${interval})`;
}
