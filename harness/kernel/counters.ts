import { type CellsOf, type CounterColumn, cellsOf, columnsOf } from './counter-column.ts';

/** Where the kernel keeps a counter of a process. */
export type CounterSource =
  /** A process counts as one. */
  | { readonly file: 'none' }
  /** The sum of fields of `/proc/PID/stat`, by number (proc_pid_stat(5)). */
  | { readonly file: 'stat'; readonly fields: readonly number[]; readonly unit: 'count' | 'ticks' }
  /** The sum of labelled lines of `/proc/PID/status` or `smaps_rollup` (proc_pid_status(5), proc_pid_smaps(5)). */
  | {
      readonly file: 'status' | 'smaps_rollup';
      readonly fields: readonly string[];
      readonly unit: 'count' | 'kB';
    }
  /** The same, added up over `/proc/PID/task/TID/status` of the threads that are alive. */
  | { readonly file: 'task/status'; readonly fields: readonly string[]; readonly unit: 'count' };

/** One counter of a process; the name ends with the unit. Over the processes of a run, counters are added up. */
export interface CounterDeclaration {
  readonly source: CounterSource;
  /** Every instrument can tell it, and a process without it has ended; any other counter may be unknown. */
  readonly always?: true;
  readonly column?: CounterColumn;
}

/**
 * Every counter of a process, in the order of the columns of `readings.csv`. To add one, add an entry: how it is
 * read, its sum over processes, its type, its column and its cell come from here.
 */
export const COUNTERS = {
  processes: {
    source: { file: 'none' },
    always: true,
    column: {
      name: 'processes',
      type: 'integer',
      required: true,
      description: 'Processes of the session',
    },
  },
  threads: {
    source: { file: 'status', fields: ['Threads'], unit: 'count' },
    column: { name: 'threads', type: 'integer', description: 'OS threads' },
  },
  /** The kernel's quick counter, which may lag by a few pages a CPU. Memory that processes share counts once for each. */
  rssBytes: {
    source: { file: 'status', fields: ['VmRSS'], unit: 'kB' },
    always: true,
    column: {
      name: 'rss_bytes',
      type: 'integer',
      required: true,
      description: 'Resident memory (VmRSS)',
    },
  },
  /** Proportional set size: memory that processes share counts once. */
  pssBytes: {
    source: { file: 'smaps_rollup', fields: ['Pss'], unit: 'kB' },
    column: {
      name: 'pss_bytes',
      type: 'integer',
      description: 'Proportional set size (smaps_rollup)',
    },
  },
  privateBytes: {
    source: { file: 'smaps_rollup', fields: ['Private_Clean', 'Private_Dirty'], unit: 'kB' },
    column: {
      name: 'private_bytes',
      type: 'integer',
      description: 'Private_Clean + Private_Dirty (smaps_rollup)',
    },
  },
  /** The high-water mark since exec. It goes with the memory map, so it cannot be read of a zombie. */
  peakRssBytes: {
    source: { file: 'status', fields: ['VmHWM'], unit: 'kB' },
    column: {
      name: 'peak_rss_bytes',
      type: 'integer',
      description: 'High-water mark of resident memory (VmHWM)',
    },
  },
  /** Resident pages of files, mapped. */
  fileRssBytes: { source: { file: 'status', fields: ['RssFile'], unit: 'kB' } },
  pageTableBytes: {
    source: { file: 'status', fields: ['VmPTE'], unit: 'kB' },
    column: { name: 'page_table_bytes', type: 'integer', description: 'Page tables (VmPTE)' },
  },
  swapBytes: {
    source: { file: 'status', fields: ['VmSwap'], unit: 'kB' },
    column: { name: 'swap_bytes', type: 'integer', description: 'Swapped-out memory (VmSwap)' },
  },
  /** Of the process and of its children that have ended and were waited for, as are the next three. */
  userCpuSeconds: {
    source: { file: 'stat', fields: [14, 16], unit: 'ticks' },
    column: {
      name: 'user_cpu_seconds',
      type: 'number',
      description: 'CPU time in user mode since the launch',
    },
  },
  systemCpuSeconds: {
    source: { file: 'stat', fields: [15, 17], unit: 'ticks' },
    column: {
      name: 'system_cpu_seconds',
      type: 'number',
      description: 'CPU time in the kernel since the launch',
    },
  },
  minorFaults: { source: { file: 'stat', fields: [10, 11], unit: 'count' } },
  majorFaults: { source: { file: 'stat', fields: [12, 13], unit: 'count' } },
  /** Of the threads that are alive: the kernel's files lack what ended threads did. */
  voluntarySwitches: {
    source: { file: 'task/status', fields: ['voluntary_ctxt_switches'], unit: 'count' },
  },
  involuntarySwitches: {
    source: { file: 'task/status', fields: ['nonvoluntary_ctxt_switches'], unit: 'count' },
  },
  /** Resident memory by a walk over all pages: exact and slow (25 ms for 2 GB), to hold against the quick counter. */
  rollupRssBytes: { source: { file: 'smaps_rollup', fields: ['Rss'], unit: 'kB' } },
} as const satisfies Readonly<Record<string, CounterDeclaration>>;

type Declared = typeof COUNTERS;

export type CounterName = keyof Declared;

/** What an instrument can tell of all processes of a run at one moment; null is unknown, never 0. */
export type Counters = {
  readonly [Name in CounterName]: Declared[Name] extends { readonly always: true }
    ? number
    : number | null;
};

/** The names of all counters, in the order of their declaration. */
export const counterNames = Object.keys(COUNTERS) as readonly CounterName[];

/** The counters that every instrument can tell. */
type AlwaysKnown = {
  readonly [Name in CounterName as Declared[Name] extends { readonly always: true }
    ? Name
    : never]: number;
};

/** Counters from a function of their name; those that are always known must be numbers. */
export function countersBy(valueFor: (name: CounterName) => number | null): Counters {
  return Object.fromEntries(counterNames.map((name) => [name, valueFor(name)])) as Counters;
}

/** Counters of an instrument that can tell no more than every instrument can. */
export function onlyAlwaysKnown(known: AlwaysKnown): Counters {
  return { ...countersBy(() => null), ...known };
}

/** The columns of `readings.csv` that hold counters. */
export const counterColumns = columnsOf(COUNTERS);

/** The cells of those columns. */
export function counterCells(counters: Counters): CellsOf<Declared, Counters> {
  return cellsOf(COUNTERS, counters);
}
