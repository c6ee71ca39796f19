import type { ChargedMemory } from '../model/reading.ts';

/**
 * What a control group is charged for, from its files (cgroup-v1/memory.rst and cgroup-v2.rst of the kernel's documentation).
 *
 * @param read the text of one of the group's files; undefined where there is none.
 * @returns undefined when the group is gone.
 */
export function chargedMemory(
  version: 1 | 2,
  read: (file: string) => string | undefined,
): ChargedMemory | undefined {
  const usage = read(version === 1 ? 'memory.usage_in_bytes' : 'memory.current');
  const stat = read('memory.stat');
  if (usage === undefined || stat === undefined) return undefined;
  const numbers = new Map(
    stat.split('\n').map((line) => {
      const [name = '', value] = line.split(' ');
      return [name, Number(value)] as const;
    }),
  );
  const known = (name: string) => numbers.get(name) ?? null;
  return version === 1
    ? {
        chargedBytes: Number(usage),
        kernelBytes: numberIn(read('memory.kmem.usage_in_bytes')),
        pageCacheBytes: less(known('total_cache'), known('total_shmem')),
        socketBytes: numberIn(read('memory.kmem.tcp.usage_in_bytes')),
      }
    : {
        chargedBytes: Number(usage),
        kernelBytes: known('kernel'), // Linux 5.18
        pageCacheBytes: less(known('file'), known('shmem')),
        socketBytes: known('sock'),
      };
}

function numberIn(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
