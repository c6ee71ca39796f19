import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';

/** One percent, or one MiB: between our last look and its end a program may still touch a page or two. */
const LEAST_TOLERANCE_BYTES = 2 ** 20;

/** Whether two instruments say the same of one program. */
export function agreementCheck(
  what: string,
  oursBytes: number | null,
  theirsBytes: number | null,
): Check {
  const bound = 'within 1 % or 1 MiB';
  if (oursBytes === null || theirsBytes === null) {
    const silent = oursBytes === null ? 'ours' : 'the other';
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
