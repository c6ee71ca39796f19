import { findCgroupPlace } from '../../kernel/cgroup-place.ts';
import { makeControlGroup } from '../../kernel/control-group.ts';
import { isMissing, type Launchable, type Missing } from '../../model/runtime.ts';
import { runToItsEnd } from './run-to-its-end.ts';

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
  const place = findCgroupPlace();
  if (isMissing(place)) return place;
  const group = makeControlGroup(place);
  try {
    await runToItsEnd({ command: group.commandWithin(command), environment }, request, checkpoints);
    return (
      group.peakBytes() ?? {
        missing: 'the kernel keeps no memory.peak',
        remedy: 'use Linux 5.19 or later',
      }
    );
  } finally {
    await group.remove();
  }
}
