import type { GroupFile } from './cgroup-files.ts';
import { readSetting } from './read-setting.ts';

/** A control group that this process is in. */
export interface OwnGroup {
  readonly version: 1 | 2;
  /** The controllers of a hierarchy of version 1, as it was mounted; none for version 2. */
  readonly controllers: readonly string[];
  /** From the top of its hierarchy: `/a/b`; the top is `/`. */
  readonly path: string;
}

/** The text that says which control groups this process is in; empty where there are none. */
export function readOwnGroups(): string {
  return readSetting('/proc/self/cgroup') ?? '';
}

/** The text that says where control groups are mounted; empty where nothing says so. */
export function readMounts(): string {
  return readSetting('/proc/self/mounts') ?? '';
}

/** Parses `/proc/self/cgroup` (cgroups(7)): `id:controllers:path` a line, without controllers for version 2. */
export function parseOwnGroups(text: string): readonly OwnGroup[] {
  return text.split('\n').flatMap((line): readonly OwnGroup[] => {
    const [, controllers, path] = line.match(/^\d+:([^:]*):(\/.*)$/) ?? [];
    if (controllers === undefined || path === undefined) return [];
    return controllers === ''
      ? [{ version: 2, controllers: [], path }]
      : [{ version: 1, controllers: controllers.split(','), path }];
  });
}

/**
 * Where a file of our control group and of every group above it may be, from the bottom up: a limit of any of them
 * binds us. Some of these files do not exist, since in a container the path can be that of the world outside.
 *
 * @param ownGroups the text of `/proc/self/cgroup`.
 */
export function groupFilePaths(ownGroups: string, file: GroupFile): readonly string[] {
  return parseOwnGroups(ownGroups).flatMap(({ version, controllers, path }) => {
    if (version === 1 && !controllers.includes(file.controller)) return [];
    const hierarchy = version === 1 ? `/sys/fs/cgroup/${file.controller}` : '/sys/fs/cgroup';
    return groupAndAbove(path).map((group) => `${hierarchy}${group}/${file[version]}`);
  });
}

/** The texts of a file of our control group and of every group above it; undefined for one that cannot be read. */
export function readGroupFiles(file: GroupFile): readonly (string | undefined)[] {
  return groupFilePaths(readOwnGroups(), file).map(readSetting);
}

/** `/a/b` is in `/a/b`, in `/a` and in the top, which is written as nothing. */
function groupAndAbove(path: string): readonly string[] {
  const names = path.split('/').filter((name) => name !== '');
  return [...names.keys(), names.length]
    .map((count) => names.slice(0, count).map((name) => `/${name}`))
    .map((parts) => parts.join(''))
    .reverse();
}
