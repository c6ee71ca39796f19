import type { CgroupPlace } from '../kernel/cgroup-place.ts';
import { makeControlGroup, removeLeftGroups } from '../kernel/control-group.ts';
import { isMissing, type Missing } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';
import { claimCgroupPlace } from './claim-place.ts';

/**
 * The most memory that a run may take, and who ends one that takes more. It is never RLIMIT_AS: that bounds address
 * space, of which V8, Go, Java and Erlang reserve a hundred times what they use.
 */
export type MemoryLimit =
  | {
      /** The kernel, at the very page: each run is in a control group of its own. */
      readonly by: 'kernel';
      readonly bytes: number;
      readonly place: CgroupPlace;
    }
  | {
      /** We, at the next sample of resident memory: there is no control group to be had. */
      readonly by: 'harness';
      readonly bytes: number;
      /** Why there is none, and how to get one. */
      readonly reason: string;
    };

/** The strictest way to keep runs under a limit that this machine offers us. */
export async function chooseMemoryLimit(
  bytes: number,
  claimed?: CgroupPlace | Missing,
): Promise<MemoryLimit> {
  const place = claimed ?? (await claimCgroupPlace());
  if (isMissing(place)) {
    return { by: 'harness', bytes, reason: `${place.missing} (to get it: ${place.remedy})` };
  }
  try {
    removeLeftGroups(place);
    await makeControlGroup(place, bytes).remove(); // what looks as if it could be done may be forbidden
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
