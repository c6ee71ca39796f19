import { accessSync, constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type CgroupPlace,
  type GroupOfVersion2,
  groupOfVersion1,
  limitsOf,
  ownGroupOfVersion2,
} from '../kernel/cgroup-place.ts';
import { makeControlGroup, removeLeftGroups } from '../kernel/control-group.ts';
import { handMemoryDown, LEAF } from '../kernel/hand-memory-down.ts';
import { readMounts, readOwnGroups } from '../kernel/own-groups.ts';
import { readSetting } from '../kernel/read-setting.ts';
import { isMissing, type Missing } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';
import { isHandedDown, moveIntoScope } from './systemd-scope.ts';

let claimed: Promise<CgroupPlace | Missing> | undefined;

/**
 * A place for groups of ours, or why there is none. Where it takes that, systemd moves this process into a scope, this
 * process moves into a leaf, or the top group hands the memory controller down until this process ends. Claimed once.
 */
export function claimCgroupPlace(): Promise<CgroupPlace | Missing> {
  claimed ??= claim();
  return claimed;
}

/**
 * The place, if a group can really be made in it: what looks possible may be forbidden. Groups that a killed comparison has
 * left there are removed.
 *
 * @param limitBytes the memory limit that the group must be able to keep. Default: none.
 */
export async function tryPlace(
  place: CgroupPlace,
  limitBytes?: number,
): Promise<CgroupPlace | Missing> {
  try {
    removeLeftGroups(place);
    await makeControlGroup(place, limitBytes).remove();
    return place;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (place.cpuFolder !== undefined)
      return tryPlace({ ...place, cpuFolder: undefined }, limitBytes);
    const missing = `no group can be made in ${place.folder} (${error.code})`;
    return { missing, remedy: 'run it as root' };
  }
}

async function claim(): Promise<CgroupPlace | Missing> {
  const own = ownGroup();
  if (!isMissing(own)) return claimOfVersion2(own);
  const [mounts, ownGroups] = [readMounts(), readOwnGroups()];
  const folder = groupOfVersion1('memory', mounts, ownGroups);
  if (folder === undefined) return own;
  const ofCpu = groupOfVersion1('cpuacct', mounts, ownGroups);
  const cpuFolder = ofCpu !== undefined && isOurs(ofCpu) ? ofCpu : undefined;
  return isOurs(folder)
    ? { version: 1, folder, cpuFolder, origin: 'our own group' }
    : { missing: `this user cannot make groups in ${folder}`, remedy: 'run it as root' };
}

async function claimOfVersion2(own: GroupOfVersion2): Promise<CgroupPlace | Missing> {
  // An earlier claim has moved this process, or the one that started it, there.
  if (basename(own.path) === LEAF) return placeIn(dirname(own.folder), 'claimed before');
  if (own.path === '/') return placeIn(own.folder, 'the top group');
  if (isOurs(own.folder) && (await isHandedDown(own.path))) {
    const within = placeIn(own.folder, 'handed down to us');
    if (!isMissing(within)) return within;
  }
  const limits = limitsOf((file) => readSetting(join(own.folder, file)) ?? '');
  if (limits.length > 0) {
    const missing = `our group has limits (${limits.join(', ')}) that another would not have`;
    return { missing, remedy: 'add -p Delegate=yes to the systemd-run that set them' };
  }
  const refusal = await moveIntoScope(own);
  if (refusal === undefined) {
    const scope = ownGroup();
    return isMissing(scope) ? scope : placeIn(scope.folder, 'a scope that systemd made for us');
  }
  const above = placeIn(dirname(own.folder), 'the group above ours');
  return isMissing(above) ? refusal : above;
}

function ownGroup(): GroupOfVersion2 | Missing {
  return ownGroupOfVersion2(readMounts(), readOwnGroups());
}

function placeIn(folder: string, origin: string): CgroupPlace | Missing {
  if (!isOurs(folder)) {
    const remedy = 'run it as root or, where systemd is, as a user who has logged in';
    return { missing: `this user cannot make groups in ${folder}`, remedy };
  }
  return handMemoryDown(folder) ?? { version: 2, folder, origin };
}

/** Whether groups can be made in it, and processes moved out of it. */
function isOurs(group: string): boolean {
  try {
    for (const path of [group, join(group, 'cgroup.procs')]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
