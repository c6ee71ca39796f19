import type { EndedProcesses } from '../metrics/measured-run.ts';
import type { EndedProcess } from './launcher/launcher-report.ts';

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
