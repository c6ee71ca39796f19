import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Launchable, Missing } from '../vocabulary/runtime.ts';
import { findCgroupPlace } from './cgroup-place.ts';
import { runToItsEnd } from './run-to-its-end.ts';

/** Joins the group, whose folder is $0, and then becomes the program. */
const JOIN_AND_BECOME = 'echo $$ > "$0/cgroup.procs" && exec "$@"';

/**
 * Runs a contract program in a control group of its own and asks the kernel for the group's peak in bytes. It counts
 * what the group was charged: also page tables and other kernel memory, but not file pages that somebody else
 * had read before. So it is held against resident memory as a difference between two runs, never as such.
 *
 * @param checkpoints how many there are: the program is let go from all of them beforehand.
 * @throws ToolFailure when the program fails.
 */
export async function peakByCgroup(
  { command, environment }: Launchable,
  request: readonly string[],
  checkpoints: number,
): Promise<number | Missing> {
  const place = await findCgroupPlace();
  if (typeof place !== 'string') return place;
  const group = join(place, `tasktax-${randomUUID()}`);
  await mkdir(group);
  try {
    const joined: Launchable = {
      command: ['/bin/sh', '-c', JOIN_AND_BECOME, group, ...command],
      environment,
    };
    await runToItsEnd(joined, request, checkpoints);
    const peak = await readFile(join(group, 'memory.peak'), 'utf8').catch(() => undefined);
    return peak === undefined
      ? { missing: 'the kernel keeps no memory.peak', install: 'use Linux 5.19 or later' }
      : Number(peak);
  } finally {
    await rmdir(group);
  }
}
