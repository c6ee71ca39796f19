import { makeControlGroup } from '../../kernel/control-group.ts';
import { isMissing, type Launchable, type Missing } from '../../model/runtime.ts';
import { claimCgroupPlace } from '../../run/claim-place.ts';
import { runToItsEnd } from './run-to-its-end.ts';

/** What a kernel lacks that counts and limits the memory of a group, but does not record its peak. */
export const NO_PEAK: Missing = {
  missing: 'the kernel keeps no memory.peak',
  remedy: 'use Linux 5.19 or later',
};

/**
 * Runs a contract program in a control group of its own and asks the kernel for the group's peak in bytes. It is what the
 * kernel charged to the group: page tables and other kernel memory are in it, file pages that another process had read
 * before are not. So compare only differences between two runs with differences of resident memory.
 *
 * @param checkpoints how many the program has: it is released from all of them in advance.
 * @throws ToolFailure when the program fails.
 */
export async function peakByCgroup(
  { command, environment }: Launchable,
  request: readonly string[],
  checkpoints: number,
): Promise<number | Missing> {
  const place = await claimCgroupPlace();
  if (isMissing(place)) return place;
  const group = makeControlGroup(place);
  try {
    await runToItsEnd({ command: group.commandWithin(command), environment }, request, checkpoints);
    return group.peakBytes() ?? NO_PEAK;
  } finally {
    await group.remove();
  }
}
