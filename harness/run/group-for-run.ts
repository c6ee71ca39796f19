import type { CgroupPlace } from '../kernel/cgroup-place.ts';
import { type ControlGroup, makeControlGroup } from '../kernel/control-group.ts';
import { isMissing, type Missing } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';
import { claimCgroupPlace, tryPlace } from './claim-place.ts';
import { findLauncher } from './launcher/find-launcher.ts';
import type { MemoryLimit } from './memory-limit.ts';

/**
 * A control group for one run, so that the kernel keeps the account of all of its processes together; with the limit, if
 * the kernel is to keep one.
 *
 * @returns undefined where none can be had; a sentence when a limit cannot be kept for want of one.
 */
export async function groupForRun(
  limit: MemoryLimit | undefined,
): Promise<ControlGroup | undefined | string> {
  if (limit?.by === 'kernel') {
    try {
      return makeControlGroup(limit.place, limit.bytes);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return `no control group could be made for it (${error.code})`;
    }
  }
  const place = await placeForRuns();
  return isMissing(place) ? undefined : makeControlGroup(place);
}

let place: Promise<CgroupPlace | Missing> | undefined;

/** Where runs without a limit get their groups, or why they get none. Looked for once. */
export function placeForRuns(): Promise<CgroupPlace | Missing> {
  place ??= tryOut();
  return place;
}

async function tryOut(): Promise<CgroupPlace | Missing> {
  const launcher = await findLauncher();
  if (isMissing(launcher)) return launcher; // a shell that joins the group for it would be part of what is measured
  const found = await claimCgroupPlace();
  return isMissing(found) ? found : tryPlace(found);
}
