import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Outcome } from '../model/outcome.ts';
import type { Launchable } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';
import { GROUP_FILES } from './cgroup-files.ts';
import type { CgroupPlace } from './cgroup-place.ts';
import { type ChargedMemory, chargedMemory } from './charged-memory.ts';
import { cpuSecondsIn } from './cpu-account.ts';
import { isAlive, processIdentity } from './process-identity.ts';

/** A control group of ours, for the processes of one run. */
export interface ControlGroup {
  /** One folder, or a second one in the hierarchy that counts CPU time: a process of the group is in each. */
  readonly folders: readonly string[];
  /** The command that joins the group and then becomes the program, so that the group is charged for all its memory. */
  readonly commandWithin: (command: Launchable['command']) => Launchable['command'];
  /** The most memory that was charged to the group at once, in bytes; undefined where the kernel does not record it. */
  readonly peakBytes: () => number | undefined;
  /** The most kernel memory that was charged to the group at once; undefined where the kernel does not record it. */
  readonly kernelPeakBytes: () => number | undefined;
  /** What the group is charged for now; undefined when it is gone. */
  readonly charged: () => ChargedMemory | undefined;
  /** The CPU time of its processes, ended ones included, in seconds; undefined where the group does not count it. */
  readonly cpuSeconds: () => number | undefined;
  /** How many of its processes the kernel has killed because memory ran out. */
  readonly outOfMemoryKills: () => number;
  /** The outcome when the program could not be started: the shell that joins the group tells by its exit code. */
  readonly launchFailure: (exitCode: number | null, readings: number) => Outcome | undefined;
  /** Removes the group, once all its processes have ended. */
  readonly remove: () => Promise<void>;
}

// The exit codes of a shell that cannot execute a program (POSIX, Shell Command Language, 2.8.2).
const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;

/** The group's folder is $0. */
const JOIN_AND_BECOME = 'echo $$ > "$0/cgroup.procs" && exec "$@"';

function joinBefore(command: Launchable['command'], folder: string): Launchable['command'] {
  return ['/bin/sh', '-c', JOIN_AND_BECOME, folder, ...command];
}

const PREFIX = 'tasktax-';
let made = 0;

/**
 * Makes a group.
 *
 * @param limitBytes the most that it may be charged: resident memory, and also page tables, other kernel memory and file
 * pages that cannot be dropped. Nothing of it goes to swap. Over the limit, the kernel kills its largest process.
 */
export function makeControlGroup(place: CgroupPlace, limitBytes?: number): ControlGroup {
  made += 1;
  const name = `${PREFIX}${processIdentity(process.pid)}-${made}`;
  const folder = join(place.folder, name);
  const folders = placesOf(place).map((one) => join(one, name));
  const cpuFolder = place.version === 2 ? folder : place.cpuFolder && join(place.cpuFolder, name);
  try {
    for (const one of folders) mkdirSync(one);
    if (limitBytes !== undefined) setLimit(place, folder, limitBytes);
  } catch (error) {
    folders.forEach(tryToRemove);
    throw error;
  }
  const numberIn = (file: string | undefined) => {
    const text = file === undefined ? undefined : read(folder, file);
    return text === undefined ? undefined : Number(text);
  };
  return {
    folders,
    commandWithin: (command) => folders.reduce(joinBefore, command),
    peakBytes: () => numberIn(GROUP_FILES.memoryPeak[place.version]),
    kernelPeakBytes: () => numberIn(GROUP_FILES.kernelMemoryPeak[place.version]),
    charged: () => chargedMemory(place.version, (file) => read(folder, file)),
    cpuSeconds() {
      if (cpuFolder === undefined) return undefined;
      return cpuSecondsIn(place.version, read(cpuFolder, GROUP_FILES.cpuUsage[place.version]));
    },
    outOfMemoryKills() {
      const text = read(folder, GROUP_FILES.memoryEvents[place.version]);
      return Number(text?.match(/^oom_kill (\d+)$/m)?.[1] ?? 0);
    },
    launchFailure: (exitCode, readings) =>
      readings === 0 && (exitCode === NOT_EXECUTABLE || exitCode === NOT_FOUND)
        ? {
            status: 'launch-failed',
            detail: `it could not be started: exit code ${exitCode} of the shell`,
          }
        : undefined,
    async remove() {
      await Promise.all(folders.map(removeFolder));
    },
  };
}

/** Removes the groups of harnesses that were killed before they could. */
export function removeLeftGroups(place: CgroupPlace): void {
  for (const folder of placesOf(place)) {
    for (const name of readdirSync(folder)) {
      const owner = name.match(new RegExp(`^${PREFIX}(\\d+@.+)-\\d+$`))?.[1];
      if (owner !== undefined && !isAlive(owner)) tryToRemove(join(folder, name));
    }
  }
}

/** The groups in which a group of ours has a folder. */
function placesOf({ folder, cpuFolder = folder }: CgroupPlace): readonly string[] {
  return [...new Set([folder, cpuFolder])];
}

function setLimit({ version }: CgroupPlace, folder: string, bytes: number): void {
  writeFileSync(join(folder, GROUP_FILES.memoryLimit[version]), String(bytes));
  // A kernel may be built without swap accounting.
  const swapLimit = version === 2 ? '0' : String(bytes); // version 1: of memory and swap together
  writeIfThere(join(folder, GROUP_FILES.swapLimit[version]), swapLimit);
}

function writeIfThere(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'r+' });
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

function read(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
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
    if (isSystemError(error)) return error.code === 'ENOENT';
    throw error;
  }
}
