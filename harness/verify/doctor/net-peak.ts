import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';
import { checkOrFailure } from './check-or-failure.ts';
import { measureFixture } from './measure-fixture.ts';
import { toleranceCheck } from './tolerance-check.ts';

const MIB = 2 ** 20;

/** A program that touches `mib` and keeps it, or frees it after `seconds`. */
interface Touching {
  readonly mib: number;
  readonly seconds?: number;
}

/** The memory that a fixture touches, measured as its peak minus the peak of the same fixture that touches none. */
export async function netPeakCheck(
  fixture: string,
  kind: 'steady' | 'spike',
  parameters: Touching,
): Promise<Check> {
  const { mib, seconds } = parameters;
  const what = `${kind} ${mib} MiB${seconds === undefined ? '' : `, ${seconds * 1000} ms`}`;
  return checkOrFailure(what, async () => {
    const base = await measureFixture(fixture, kind, { ...parameters, mib: 0 });
    const { run } = await measureFixture(fixture, kind, { ...parameters });
    const [from, to] = [base.run.peak_rss_bytes, run.peak_rss_bytes];
    return toleranceCheck({
      what,
      measured: from === null || to === null ? null : to - from,
      truth: mib * MIB,
      tolerance: 0.01 * mib * MIB + 256 * 1024,
      bound: 'within 1 % and 256 KiB',
      format: formatBytes,
      // Polling misses peaks, and every table says so.
      otherwise: run.peak_source === 'polled' ? 'warn' : 'fail',
    });
  });
}
