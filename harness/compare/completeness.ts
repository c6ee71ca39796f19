import type { RunRow } from '../results/tables/runs.ts';

/** The status of each run that was made, by position. For a run that was repeated with a longer sleep, the last status. */
export function lastStatuses(
  runs: readonly Pick<RunRow, 'position' | 'status'>[],
): ReadonlyMap<number, string> {
  return new Map(runs.map(({ position, status }) => [position, status]));
}

/** Whether every planned run has ended on its own: one that the user stopped is still to be made. */
export function isAllMade(
  runs: readonly Pick<RunRow, 'position' | 'status'>[],
  plannedRuns: number,
): boolean {
  return madeRuns(runs) === plannedRuns;
}

/** How many planned runs have ended on their own. */
export function madeRuns(runs: readonly Pick<RunRow, 'position' | 'status'>[]): number {
  return [...lastStatuses(runs).values()].filter((status) => status !== 'interrupted').length;
}

/** Whether all planned runs were made, and the user did not stop during the last one. */
export function isComplete(
  statuses: ReadonlyMap<number, string>,
  plannedRuns: number,
  isInterrupted: boolean,
): boolean {
  return statuses.size === plannedRuns && !isInterrupted;
}

/** Whether all runs are ok. */
export function isAllOk(statuses: ReadonlyMap<number, string>): boolean {
  return [...statuses.values()].every((status) => status === 'ok');
}
