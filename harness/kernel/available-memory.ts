import { freemem, totalmem } from 'node:os';
import { GROUP_FILES } from './cgroup-files.ts';
import { meminfoBytes, readMeminfo } from './meminfo.ts';
import { readGroupFiles } from './own-groups.ts';

/** Memory in bytes that can be taken without swapping: the machine's, or a control group's where that allows less. */
export function availableBytes(): number {
  const machine = meminfoBytes(readMeminfo(), 'MemAvailable') ?? freemem();
  const usages = readGroupFiles(GROUP_FILES.memoryUsage);
  const stats = readGroupFiles(GROUP_FILES.memoryStat);
  const groups = readGroupFiles(GROUP_FILES.memoryLimit).flatMap((limit, index) =>
    groupBytes(limit ?? '', usages[index] ?? '', stats[index] ?? ''),
  );
  return Math.min(machine, ...groups);
}

/**
 * What one group still allows, from the texts of its files, in bytes; empty where it has no limit. File pages that
 * were not used recently are charged to it, but are dropped when memory is needed.
 */
export function groupBytes(limit: string, usage: string, stat: string): readonly number[] {
  const bytes = Number(limit);
  // "max" is no number; version 1 says "no limit" with one beyond all memory.
  if (!(bytes > 0 && bytes < totalmem())) return [];
  const idle = stat.match(/^total_inactive_file (\d+)$/m) ?? stat.match(/^inactive_file (\d+)$/m);
  return [bytes - Number(usage) + Number(idle?.[1] ?? 0)];
}
