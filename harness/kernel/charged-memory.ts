import { GROUP_FILES } from './cgroup-files.ts';
import { cellsOf, columnsOf } from './counter-column.ts';

/** What a control group is charged for at one moment: all processes of a run, what they share once; null is unknown. */
export interface ChargedMemory {
  readonly chargedBytes: number | null;
  readonly kernelBytes: number | null;
  readonly pageCacheBytes: number | null;
  readonly socketBytes: number | null;
}

/** Its columns of `readings.csv`. */
const CHARGES = {
  chargedBytes: {
    column: {
      name: 'charged_bytes',
      type: 'integer',
      description:
        "All that the run's control group is charged for, see charged_peak_bytes; empty where it has none",
    },
  },
  kernelBytes: {
    column: {
      name: 'kernel_bytes',
      type: 'integer',
      description:
        'Of that, kernel memory: page tables, kernel stacks, buffers of pipes and local sockets, and other objects',
    },
  },
  pageCacheBytes: {
    column: {
      name: 'page_cache_bytes',
      type: 'integer',
      description: 'Of that, pages of files, but not of files in memory (tmpfs, memfd)',
    },
  },
  socketBytes: {
    column: {
      name: 'socket_bytes',
      type: 'integer',
      description:
        'Buffers of network sockets; part of charged_bytes in version 2 of control groups, beside it in version 1',
    },
  },
} as const;

const UNKNOWN: ChargedMemory = {
  chargedBytes: null,
  kernelBytes: null,
  pageCacheBytes: null,
  socketBytes: null,
};

export const chargedColumns = columnsOf(CHARGES);

/** The cells of those columns; empty where there is no control group. */
export function chargedCells(charged: ChargedMemory = UNKNOWN) {
  return cellsOf(CHARGES, charged);
}

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
  const usage = read(GROUP_FILES.memoryUsage[version]);
  const stat = read(GROUP_FILES.memoryStat[version]);
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
        kernelBytes: numberIn(read(GROUP_FILES.kernelMemory[1])),
        pageCacheBytes: less(known('total_cache'), known('total_shmem')),
        socketBytes: numberIn(read(GROUP_FILES.networkBuffers[1])),
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
