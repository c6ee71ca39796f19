import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';

/** The least tolerance: a program may still touch some pages between our last reading and its exit. */
const LEAST_TOLERANCE_BYTES = 2 ** 20;

/** Whether two instruments agree about one program. */
export function agreementCheck(
  what: string,
  oursBytes: number | null,
  theirsBytes: number | null,
): Check {
  const bound = 'within 1 % or 1 MiB';
  if (oursBytes === null || theirsBytes === null) {
    const silent = oursBytes === null ? 'ours' : 'the second';
    return { what, seen: `no figure from ${silent}`, bound, verdict: 'unknown' };
  }
  const difference = oursBytes - theirsBytes;
  const tolerance = Math.max(0.01 * theirsBytes, LEAST_TOLERANCE_BYTES);
  return {
    what,
    seen: `ours ${formatBytes(oursBytes)}, difference ${formatBytes(difference)}`,
    bound,
    verdict: Math.abs(difference) <= tolerance ? 'ok' : 'fail',
  };
}
