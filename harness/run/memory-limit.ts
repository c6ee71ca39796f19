import type { CgroupPlace } from '../kernel/cgroup-place.ts';
import { isMissing, type Missing } from '../model/runtime.ts';
import { claimCgroupPlace, tryPlace } from './claim-place.ts';

/**
 * The memory limit of a run, and what enforces it. Never RLIMIT_AS, which limits address space: V8, Go, Java and Erlang
 * reserve a hundred times as much as they use.
 */
export type MemoryLimit =
  | {
      /** The kernel enforces the limit exactly: each run has its own control group. */
      readonly by: 'kernel';
      readonly bytes: number;
      readonly place: CgroupPlace;
    }
  | {
      /** The harness enforces the limit at the next sample of resident memory, because no control group is available. */
      readonly by: 'harness';
      readonly bytes: number;
      /** Why no control group is available, and how to get one. */
      readonly reason: string;
    };

/** Chooses the strictest way to enforce a limit that this machine offers. */
export async function chooseMemoryLimit(
  bytes: number,
  claimed?: CgroupPlace | Missing,
): Promise<MemoryLimit> {
  const place = claimed ?? (await claimCgroupPlace());
  if (isMissing(place)) {
    return { by: 'harness', bytes, reason: `${place.missing} (to get it: ${place.remedy})` };
  }
  const tried = await tryPlace(place, bytes);
  return isMissing(tried)
    ? { by: 'harness', bytes, reason: tried.missing }
    : { by: 'kernel', bytes, place: tried };
}
