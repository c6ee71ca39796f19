import { machineLine } from '../machine-line.ts';
import type { SizesAcross } from '../sizes-across.ts';
import type { ReportData } from './report-data.ts';

/** The workload, the machine and the day, for an image that has no page around it. */
export function contextCaption(
  workloadId: string,
  about: string,
  { machines, facts }: Pick<ReportData, 'machines' | 'facts'>,
): string {
  const parts = [`${workloadId}: ${about}`, ...machines.map(machineLine)];
  return `${parts.join('; ')}; ${facts.createdAt.slice(0, 10)}.`;
}

/** How many runs are behind the figures of a table: `Medians of 2 to 3 runs; a dot is a run.` */
export function runsCaption({ rows }: Pick<SizesAcross, 'rows'>): string {
  const counts = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.runs || []));
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (most === 1) return 'One run each.';
  const runs = fewest === most ? most : `${fewest} to ${most}`;
  return `Medians of ${runs} runs; a dot is a run.`;
}
