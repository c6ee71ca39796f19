import type { Missing } from '../../model/runtime.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { formatBytes } from '../../text/quantity.ts';
import { peakByCgroup } from '../second-instrument/cgroup-peak.ts';
import { type Check, unavailable } from './check.ts';
import { checkOrFailure } from './check-or-failure.ts';
import { toleranceCheck } from './tolerance-check.ts';

const MIB = 2 ** 20;
const SHARED_MIB = 100;
const CHECKPOINTS = 3;

/**
 * A control group has the peak of a whole tree, while the sum of its processes' marks is five times too high here. It
 * includes the page tables of each process: 8 bytes for every page of 4 KiB.
 */
export async function treeByCgroup(fixture: string | Missing): Promise<Check> {
  const what = `${SHARED_MIB} MiB shared by 5 processes, by cgroup`;
  if (typeof fixture !== 'string') return unavailable(what, fixture);
  return checkOrFailure(what, async () => {
    const peak = (mib: number) =>
      peakByCgroup(
        { command: [fixture], environment: bareEnvironment },
        ['tree', '1', `mib=${mib}`, 'children=4', 'seconds=0'],
        CHECKPOINTS,
      );
    const base = await peak(0);
    const whole = await peak(SHARED_MIB);
    if (typeof base !== 'number') return unavailable(what, base);
    if (typeof whole !== 'number') return unavailable(what, whole);
    return toleranceCheck({
      what,
      measured: whole - base,
      truth: SHARED_MIB * MIB,
      tolerance: 0.02 * SHARED_MIB * MIB,
      bound: 'within 2 %, page tables included',
      format: formatBytes,
      otherwise: 'fail',
    });
  });
}
