/** A file of control groups: its controller, and what it is called in version 2 and in version 1. */
export interface GroupSetting {
  readonly controller: string;
  readonly version2: string;
  readonly version1: string;
}

export const MEMORY_LIMIT: GroupSetting = {
  controller: 'memory',
  version2: 'memory.max',
  version1: 'memory.limit_in_bytes',
};

export const MEMORY_USAGE: GroupSetting = {
  controller: 'memory',
  version2: 'memory.current',
  version1: 'memory.usage_in_bytes',
};

export const MEMORY_STAT: GroupSetting = {
  controller: 'memory',
  version2: 'memory.stat',
  version1: 'memory.stat',
};

export const CPU_LIMIT: GroupSetting = {
  controller: 'cpu',
  version2: 'cpu.max',
  version1: 'cpu.cfs_quota_us',
};

export const PROCESS_LIMIT: GroupSetting = {
  controller: 'pids',
  version2: 'pids.max',
  version1: 'pids.max',
};

/**
 * Where a setting of our control group and of all groups above it may be read: the tightest one binds. Some of the
 * files do not exist, since inside a container the path is that of the world outside, or of nothing.
 *
 * @param ownGroups the text of /proc/self/cgroup: `id:controllers:path` a line, without controllers for version 2.
 */
export function settingPaths(
  ownGroups: string | undefined,
  { controller, version2, version1 }: GroupSetting,
): readonly string[] {
  return (ownGroups ?? '').split('\n').flatMap((line) => {
    const [, controllers, ...rest] = line.split(':');
    const groups = groupAndAbove(rest.join(':'));
    if (controllers === '') return groups.map((group) => `/sys/fs/cgroup${group}/${version2}`);
    return controllers?.split(',').includes(controller)
      ? groups.map((group) => `/sys/fs/cgroup/${controller}${group}/${version1}`)
      : [];
  });
}

/** `/a/b` is in `/a/b`, in `/a` and in the top, which is written as nothing. */
function groupAndAbove(path: string): readonly string[] {
  const names = path.split('/').filter((name) => name !== '');
  return [...names.keys(), names.length]
    .map((count) => names.slice(0, count).map((name) => `/${name}`))
    .map((parts) => parts.join(''))
    .reverse();
}
