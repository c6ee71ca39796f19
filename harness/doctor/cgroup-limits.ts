import { formatBytes } from '../render/quantity.ts';
import type { Check } from './check.ts';

/** A setting of control groups: its controller and its file in version 2 and in version 1. */
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

export const CPU_LIMIT: GroupSetting = {
  controller: 'cpu',
  version2: 'cpu.max',
  version1: 'cpu.cfs_quota_us',
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

/** A container with less memory than the machine makes runtimes choose smaller heaps, and may end them. */
export function memoryLimitCheck(limits: readonly string[], totalBytes: number): Check {
  const known = limits.filter((text) => /^(max|\d+)\s*$/.test(text));
  const bytes = Math.min(...known.map((text) => (text.trim() === 'max' ? Infinity : Number(text))));
  const isLimited = known.length > 0 && bytes < totalBytes;
  return {
    what: 'memory limit',
    seen:
      known.length === 0
        ? 'not told'
        : isLimited
          ? `${formatBytes(bytes)} of ${formatBytes(totalBytes)}`
          : 'none',
    bound: 'none',
    verdict: known.length === 0 ? 'unknown' : isLimited ? 'warn' : 'ok',
    advice: isLimited
      ? "raise the container's limit, or say it beside the figures"
      : 'no file of our control group tells of a limit, as on a machine without control groups',
  };
}

/** A group over its quota is held back for the rest of each period, in the middle of whatever it does. */
export function cpuLimitCheck(quotas: readonly string[]): Check {
  const known = quotas.filter((text) => /^(max|-1|\d+)(\s+\d+)?\s*$/.test(text));
  const limits = known.filter((text) => !/^(max|-1)/.test(text)).map((text) => text.trim());
  return {
    what: 'cpu limit',
    seen:
      known.length === 0
        ? 'not told'
        : limits.length === 0
          ? 'none'
          : `${limits.join(', ')} (microseconds, of each period)`,
    bound: 'none',
    verdict: known.length === 0 ? 'unknown' : limits.length === 0 ? 'ok' : 'warn',
    advice:
      limits.length > 0
        ? 'lift the quota: runs that are held back are flagged "throttled"'
        : 'no file of our control group tells of a quota, as on a machine without control groups',
  };
}
