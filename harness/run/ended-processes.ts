import type { EndedProcess } from './launcher/launcher-report.ts';

/** What the ended processes of a run used, by the kernel's account; complete once no process of it is left. */
export interface EndedProcesses {
  /** Those that their parents have not waited for: the program itself, and what was left of others. */
  readonly count: number;
  /** The largest high-water mark of any process of the run, also of those that their parents waited for. */
  readonly largestPeakRssBytes: number;
  readonly userCpuSeconds: number;
  readonly systemCpuSeconds: number;
  /** Whether any of them had waited for a child. */
  readonly haveWaitedForChildren: boolean;
}

export const NONE_ENDED: EndedProcesses = {
  count: 0,
  largestPeakRssBytes: 0,
  userCpuSeconds: 0,
  systemCpuSeconds: 0,
  haveWaitedForChildren: false,
};

/** Adds one: a program may start and end millions, so no list is kept. */
export function withEnded(before: EndedProcesses, one: EndedProcess): EndedProcesses {
  return {
    count: before.count + 1,
    largestPeakRssBytes: Math.max(before.largestPeakRssBytes, one.peakRssBytes),
    userCpuSeconds: before.userCpuSeconds + one.userCpuSeconds,
    systemCpuSeconds: before.systemCpuSeconds + one.systemCpuSeconds,
    haveWaitedForChildren: before.haveWaitedForChildren || one.hasWaitedForChildren,
  };
}
