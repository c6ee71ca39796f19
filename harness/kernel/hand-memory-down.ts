import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Missing } from '../model/runtime.ts';
import { isSystemError } from '../model/system-error.ts';
import { readSetting } from './read-setting.ts';

/** The group below a place of ours that holds the processes which were in the place itself. */
export const LEAF = 'tasktax-harness';

/**
 * Lets the groups below a group of version 2 count memory. Every group but the top one must hold no processes for that
 * (the rule of no internal processes, cgroups(7)): those that it holds, this one among them, are moved into a leaf.
 *
 * @returns why it cannot be done; undefined once it is.
 */
export function handMemoryDown(group: string): Missing | undefined {
  const control = join(group, 'cgroup.subtree_control');
  if (listsMemory(control)) return undefined;
  if (!listsMemory(join(group, 'cgroup.controllers'))) {
    return {
      missing: `memory is not among the controllers of ${group}`,
      remedy: 'boot without cgroup_disable=memory and, where systemd is, with MemoryAccounting=yes',
    };
  }
  const refused = (why: string): Missing => ({
    missing: `${group} cannot hand the memory controller down (${why})`,
    remedy: 'run it as root or in a group with Delegate=yes',
  });
  try {
    if (tryToEnable(control)) {
      process.once('exit', () => disable(control));
      return undefined;
    }
    moveIntoLeaf(group);
    return tryToEnable(control) ? undefined : refused('processes keep starting in it');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refused(error.code);
  }
}

/** Whether a file that lists controllers has that of memory; a file that cannot be read lists none. */
function listsMemory(path: string): boolean {
  return (readSetting(path) ?? '').trim().split(/\s+/).includes('memory');
}

/** False when the group holds processes. */
function tryToEnable(control: string): boolean {
  try {
    writeFileSync(control, '+memory');
    return true;
  } catch (error) {
    if (isSystemError(error, 'EBUSY')) return false;
    throw error;
  }
}

/** A group that others use as well is left as it was, unless somebody has come to need memory below it. */
function disable(control: string): void {
  try {
    writeFileSync(control, '-memory');
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Processes that start meanwhile are in the group again, so it is emptied until none is left. */
function moveIntoLeaf(group: string): void {
  const leaf = join(group, LEAF);
  mkdirSync(leaf, { recursive: true });
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const processes = readSetting(join(group, 'cgroup.procs'))?.split('\n').filter(Boolean) ?? [];
    if (processes.length === 0) return;
    for (const id of processes) moveProcess(id, leaf);
  }
}

function moveProcess(id: string, group: string): void {
  try {
    writeFileSync(join(group, 'cgroup.procs'), id);
  } catch (error) {
    // It has ended since.
    if (!isSystemError(error, 'ESRCH')) throw error;
  }
}
