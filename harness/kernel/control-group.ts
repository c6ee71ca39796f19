import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../model/outcome.ts';
import type { ChargedMemory } from '../model/reading.ts';
import type { Launchable } from '../model/runtime.ts';
import { after } from '../run/waiting.ts';
import type { CgroupPlace } from './cgroup-place.ts';
import { chargedMemory } from './charged-memory.ts';
import { isAlive, processIdentity } from './process-identity.ts';

/** A control group of ours, for the processes of one run. */
export interface ControlGroup {
  readonly folder: string;
  /** The command that joins the group and then becomes the program, so that all it ever takes is the group's. */
  readonly commandWithin: (command: Launchable['command']) => Launchable['command'];
  /** The most memory that was charged to it at once, in bytes; undefined where the kernel keeps no such mark. */
  readonly peakBytes: () => number | undefined;
  /** The most kernel memory that was charged to it at once; undefined where the kernel keeps no such mark. */
  readonly kernelPeakBytes: () => number | undefined;
  /** What it is charged for now; undefined when it is gone. */
  readonly charged: () => ChargedMemory | undefined;
  /** How many of its processes the kernel has ended for want of memory. */
  readonly outOfMemoryKills: () => number;
  /** Whether what was started in it never came to be the program: the shell that joins the group tells by its exit code. */
  readonly launchFailure: (exitCode: number | null, readings: number) => Outcome | undefined;
  /** Once all its processes have ended. */
  readonly remove: () => Promise<void>;
}

// What a shell exits with when it cannot become a program (POSIX, Shell Command Language, 2.8.2).
const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;

/** The group's folder is $0. */
const JOIN_AND_BECOME = 'echo $$ > "$0/cgroup.procs" && exec "$@"';

const PREFIX = 'tasktax-';
let made = 0;

/**
 * Makes a group.
 *
 * @param limitBytes the most that it may be charged: resident memory, and also page tables, other kernel memory and file
 * pages that cannot be dropped. Nothing of it goes to swap. Over the limit, the kernel ends its largest process.
 */
export function makeControlGroup(place: CgroupPlace, limitBytes?: number): ControlGroup {
  made += 1;
  const folder = join(place.folder, `${PREFIX}${processIdentity(process.pid)}-${made}`);
  mkdirSync(folder);
  try {
    if (limitBytes !== undefined) setLimit(place, folder, limitBytes);
  } catch (error) {
    tryToRemove(folder);
    throw error;
  }
  return {
    folder,
    commandWithin: (command) => ['/bin/sh', '-c', JOIN_AND_BECOME, folder, ...command],
    peakBytes() {
      const text = read(folder, FILES[place.version].peak);
      return text === undefined ? undefined : Number(text);
    },
    kernelPeakBytes() {
      if (place.version === 2) return undefined;
      const text = read(folder, 'memory.kmem.max_usage_in_bytes');
      return text === undefined ? undefined : Number(text);
    },
    charged: () => chargedMemory(place.version, (file) => read(folder, file)),
    outOfMemoryKills() {
      const text = read(folder, FILES[place.version].events);
      return Number(text?.match(/^oom_kill (\d+)$/m)?.[1] ?? 0);
    },
    launchFailure: (exitCode, readings) =>
      readings === 0 && (exitCode === NOT_EXECUTABLE || exitCode === NOT_FOUND)
        ? {
            status: 'launch-failed',
            detail: `it could not be started: exit code ${exitCode} of the shell`,
          }
        : undefined,
    remove: () => removeFolder(folder),
  };
}

/** Removes the groups of harnesses that were killed before they could. */
export function removeLeftGroups({ folder }: CgroupPlace): void {
  for (const name of readdirSync(folder)) {
    const owner = name.match(/^tasktax-(\d+@.+)-\d+$/)?.[1];
    if (owner !== undefined && !isAlive(owner)) tryToRemove(join(folder, name));
  }
}

/** What the files of memory are called (cgroup-v1/memory.rst and cgroup-v2.rst of the kernel's documentation). */
const FILES = {
  1: {
    limit: 'memory.limit_in_bytes',
    peak: 'memory.max_usage_in_bytes',
    events: 'memory.oom_control',
  },
  2: { limit: 'memory.max', peak: 'memory.peak', events: 'memory.events' },
} as const;

function setLimit({ version }: CgroupPlace, folder: string, bytes: number): void {
  writeFileSync(join(folder, FILES[version].limit), String(bytes));
  // A kernel may come without accounts of swap.
  if (version === 2) writeIfThere(join(folder, 'memory.swap.max'), '0');
  else writeIfThere(join(folder, 'memory.memsw.limit_in_bytes'), String(bytes)); // memory and swap
}

function writeIfThere(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'r+' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function read(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Ended processes may stay in their group for a moment. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (tryToRemove(folder)) return;
    await after(10);
  }
}

function tryToRemove(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'ENOENT';
    throw error;
  }
}
