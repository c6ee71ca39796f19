import type { RunRow } from '../results/tables/runs.ts';

/** The status of each planned run that was made, by position: of one that was repeated with a longer sleep, the last. */
export function lastStatuses(
  runs: readonly Pick<RunRow, 'position' | 'status'>[],
): ReadonlyMap<number, string> {
  return new Map(runs.map(({ position, status }) => [position, status]));
}

/** Whether every planned run has an end of its own: one that the user stopped is still to be made. */
export function isAllMade(
  runs: readonly Pick<RunRow, 'position' | 'status'>[],
  plannedRuns: number,
): boolean {
  return madeRuns(runs) === plannedRuns;
}

/** How many planned runs have an end of their own. */
export function madeRuns(runs: readonly Pick<RunRow, 'position' | 'status'>[]): number {
  return [...lastStatuses(runs).values()].filter((status) => status !== 'interrupted').length;
}

/** Whether everything that was planned was made: the user may have stopped it in or right after the last run. */
export function isComplete(
  statuses: ReadonlyMap<number, string>,
  plannedRuns: number,
  isInterrupted: boolean,
): boolean {
  return statuses.size === plannedRuns && !isInterrupted;
}

/** Whether every run that was made is ok. */
export function isAllOk(statuses: ReadonlyMap<number, string>): boolean {
  return [...statuses.values()].every((status) => status === 'ok');
}
