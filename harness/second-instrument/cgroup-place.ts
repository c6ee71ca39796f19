import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Missing } from '../vocabulary/runtime.ts';

const NO_VERSION_2 = 'boot with systemd.unified_cgroup_hierarchy=1';
const NOT_DELEGATED = 'systemd-run --user --scope npm run doctor';

/**
 * The control group (version 2) above ours, where groups beside ours are made: in our own there may be none, since
 * a group that has processes hands no controllers down (cgroups(7)).
 *
 * @param mounts the text of /proc/self/mounts.
 * @param ownGroups the text of /proc/self/cgroup.
 */
export function groupAbove(mounts: string, ownGroups: string): string | Missing {
  const mountPoint = mounts.match(/^\S+ (\S+) cgroup2 /m)?.[1];
  const ownGroup = ownGroups.match(/^0::(\/.*)$/m)?.[1];
  return mountPoint === undefined || ownGroup === undefined
    ? { missing: 'control groups of version 2 are not mounted', install: NO_VERSION_2 }
    : join(mountPoint, dirname(ownGroup)).replace(/\/$/, '');
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
    return { missing, install: NO_VERSION_2 };
  }
  return has(handedDown)
    ? undefined
    : { missing: `${group} does not hand the memory controller down`, install: NOT_DELEGATED };
}

/** A group in which we may make groups that count memory, or why there is none. Changes nothing. */
export async function findCgroupPlace(): Promise<string | Missing> {
  const group = groupAbove(await read('/proc/self/mounts'), await read('/proc/self/cgroup'));
  if (typeof group !== 'string') return group;
  const reason = whyNoMemoryBelow(
    group,
    await read(join(group, 'cgroup.controllers')),
    await read(join(group, 'cgroup.subtree_control')),
  );
  if (reason !== undefined) return reason;
  const writable = await Promise.all(
    [group, join(group, 'cgroup.procs')].map((path) =>
      access(path, constants.W_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return writable.every(Boolean)
    ? group
    : { missing: `${group} is not ours to write`, install: NOT_DELEGATED };
}

/** A file's text; a file that is not there says nothing. */
async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
