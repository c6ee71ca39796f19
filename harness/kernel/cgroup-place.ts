import { join } from 'node:path';
import type { Missing } from '../model/runtime.ts';
import type { GroupFile } from './cgroup-files.ts';
import { parseOwnGroups } from './own-groups.ts';

/** A group in which groups can be made that count memory and limit it. */
export interface CgroupPlace {
  readonly version: 1 | 2;
  readonly folder: string;
  /** Version 1 counts CPU time in a hierarchy of its own: the group in which groups can be made that do. */
  readonly cpuFolder?: string | undefined;
  /** How it came to be ours: `handed down to us`. */
  readonly origin: string;
}

/** The control group of version 2 that this process is in. */
export interface GroupOfVersion2 {
  /** As /proc/self/cgroup has it: `/` is the top, or what a container takes for it. */
  readonly path: string;
  readonly folder: string;
}

const NO_VERSION_2 = 'boot with systemd.unified_cgroup_hierarchy=1';

/**
 * Our own control group of version 2, where that version counts memory.
 *
 * @param mounts the text of /proc/self/mounts.
 * @param ownGroups the text of /proc/self/cgroup.
 */
export function ownGroupOfVersion2(mounts: string, ownGroups: string): GroupOfVersion2 | Missing {
  const mountPoint = mounts.match(/^\S+ (\S+) cgroup2 /m)?.[1];
  const path = parseOwnGroups(ownGroups).find(({ version }) => version === 2)?.path;
  const isMemoryElsewhere = groupOfVersion1('memory', mounts, ownGroups) !== undefined;
  return mountPoint === undefined || path === undefined || isMemoryElsewhere
    ? { missing: 'control groups of version 2 do not count memory here', remedy: NO_VERSION_2 }
    : { path, folder: join(mountPoint, path).replace(/\/$/, '') };
}

/** Our own group in a controller's hierarchy of version 1, where groups may be made below any; undefined without one. */
export function groupOfVersion1(
  controller: GroupFile['controller'],
  mounts: string,
  ownGroups: string,
): string | undefined {
  const mountPoint = mounts.match(
    new RegExp(`^\\S+ (\\S+) cgroup \\S*\\b${controller}\\b`, 'm'),
  )?.[1];
  const ownGroup = parseOwnGroups(ownGroups).find(({ controllers }) =>
    controllers.includes(controller),
  )?.path;
  return mountPoint === undefined || ownGroup === undefined
    ? undefined
    : join(mountPoint, ownGroup).replace(/\/$/, '');
}

/**
 * The limits of a group of version 2. A process that left the group would escape them.
 *
 * @param textOf the text of one of the group's files.
 */
export function limitsOf(textOf: (file: string) => string): readonly string[] {
  return ['memory.max', 'memory.high', 'memory.swap.max', 'cpu.max', 'cpuset.cpus'].filter(
    (file) => !/^(max\b.*)?$/.test(textOf(file).trim()),
  );
}
