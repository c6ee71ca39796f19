import { type CgroupPlace, findCgroupPlace } from '../kernel/cgroup-place.ts';
import { makeControlGroup, removeLeftGroups } from '../kernel/control-group.ts';
import { isMissing } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';

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
  place = findCgroupPlace(),
): Promise<MemoryLimit> {
  if (isMissing(place)) {
    return { by: 'harness', bytes, reason: `${place.missing} (to get it: ${place.remedy})` };
  }
  try {
    removeLeftGroups(place);
    await makeControlGroup(place, bytes).remove(); // permissions may forbid what looks possible
    return { by: 'kernel', bytes, place };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return {
      by: 'harness',
      bytes,
      reason: `no group can be made in ${place.folder} (${error.code})`,
    };
  }
}
