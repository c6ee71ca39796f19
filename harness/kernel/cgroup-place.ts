import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMissing, type Missing } from '../model/runtime.ts';
import { parseOwnGroups, readOwnGroups } from './own-groups.ts';

/** A group in which we may make groups that count memory and bound it. */
export interface CgroupPlace {
  readonly version: 1 | 2;
  readonly folder: string;
}

const NO_VERSION_2 = 'boot with systemd.unified_cgroup_hierarchy=1';
const NOT_DELEGATED = 'run it as root or, where systemd is, through: systemd-run --user --scope';

/**
 * The control group (version 2) above ours, where groups beside ours are made: in our own there may be none, since
 * a group that has processes hands no controllers down (cgroups(7)).
 *
 * @param mounts the text of /proc/self/mounts.
 * @param ownGroups the text of /proc/self/cgroup.
 */
export function groupAbove(mounts: string, ownGroups: string): string | Missing {
  const mountPoint = mounts.match(/^\S+ (\S+) cgroup2 /m)?.[1];
  const ownGroup = parseOwnGroups(ownGroups).find(({ version }) => version === 2)?.path;
  return mountPoint === undefined || ownGroup === undefined
    ? { missing: 'control groups of version 2 are not mounted', remedy: NO_VERSION_2 }
    : join(mountPoint, dirname(ownGroup)).replace(/\/$/, '');
}

/** Our own group in the memory hierarchy of version 1, where groups may be made below any; undefined without one. */
export function memoryGroupOfVersion1(mounts: string, ownGroups: string): string | undefined {
  const mountPoint = mounts.match(/^\S+ (\S+) cgroup \S*\bmemory\b/m)?.[1];
  const ownGroup = parseOwnGroups(ownGroups).find(({ controllers }) =>
    controllers.includes('memory'),
  )?.path;
  return mountPoint === undefined || ownGroup === undefined
    ? undefined
    : join(mountPoint, ownGroup).replace(/\/$/, '');
}

/** Why a group cannot hold groups that count memory; undefined when it can. */
export function whyNoMemoryBelow(
  group: string,
  controllers: string,
  handedDown: string,
): Missing | undefined {
  const has = (list: string) => list.trim().split(/\s+/).includes('memory');
  if (!has(controllers)) {
    const missing = `memory is not among the controllers of version 2 in ${group}`;
    return { missing, remedy: NO_VERSION_2 };
  }
  return has(handedDown)
    ? undefined
    : { missing: `${group} does not hand the memory controller down`, remedy: NOT_DELEGATED };
}

/** The best place for groups of ours, or why there is none. Changes nothing. */
export function findCgroupPlace(): CgroupPlace | Missing {
  const mounts = read('/proc/self/mounts');
  const ownGroups = readOwnGroups();
  const place = placeOfVersion2(mounts, ownGroups);
  if (!isMissing(place)) return place;
  const folder = memoryGroupOfVersion1(mounts, ownGroups);
  return folder !== undefined && isOurs(folder) ? { version: 1, folder } : place;
}

function placeOfVersion2(mounts: string, ownGroups: string): CgroupPlace | Missing {
  const folder = groupAbove(mounts, ownGroups);
  if (typeof folder !== 'string') return folder;
  const reason = whyNoMemoryBelow(
    folder,
    read(join(folder, 'cgroup.controllers')),
    read(join(folder, 'cgroup.subtree_control')),
  );
  if (reason !== undefined) return reason;
  return isOurs(folder)
    ? { version: 2, folder }
    : { missing: `${folder} is not ours to write`, remedy: NOT_DELEGATED };
}

/** Groups can be made in it, and processes moved out of it. */
function isOurs(group: string): boolean {
  try {
    for (const path of [group, join(group, 'cgroup.procs')]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file's text; a file that is not there says nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
