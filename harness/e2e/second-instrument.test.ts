import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { isMissing } from '../model/runtime.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { chooseRuntimes, foundOf, provide, seek } from '../provision/provide.ts';
import { claimCgroupPlace } from '../run/claim-place.ts';
import { agreementCheck } from '../verify/doctor/agreement.ts';
import { measureFixture } from '../verify/doctor/measure-fixture.ts';
import { provideFixture } from '../verify/known-memory/known-memory.ts';
import { peakByCgroup } from '../verify/second-instrument/cgroup-peak.ts';
import { findGnuTime, peakByGnuTime } from '../verify/second-instrument/gnu-time.ts';
import { peaksOfOneRun } from '../verify/second-instrument/second-instrument.ts';
import { typicalPeaks } from '../verify/second-instrument/typical-peaks.ts';
import { workload as spawnJoin } from '../workloads/spawn-join.ts';

const time = await findGnuTime();
const place = await claimCgroupPlace();
const fixture = await provideFixture();
for (const found of [time, place, fixture]) {
  if (typeof found === 'object' && isMissing(found)) {
    console.warn(`SKIPPED: ${found.missing}; ${found.remedy}`);
  }
}
const path = typeof fixture !== 'string' ? '' : fixture;
const launchable = { command: [path], environment: bareEnvironment } as const;
const CHECKPOINTS = 3;

/** The peak of the fixture by our own instrument. */
async function ourPeak(mib: number): Promise<number> {
  const { run } = await measureFixture(path, 'steady', { mib });
  return run.peak_rss_bytes ?? Number.NaN;
}

describe.skipIf(isMissing(time) || typeof fixture !== 'string')('GNU time', () => {
  test.each([64, 256])('agrees on a program of %d MiB that it runs itself', async (mib) => {
    const theirs = await peakByGnuTime(launchable, ['steady', '1', `mib=${mib}`], CHECKPOINTS);
    if (typeof theirs !== 'number') throw new Error(theirs.missing);
    expect(agreementCheck('steady', await ourPeak(mib), theirs)).toMatchObject({ verdict: 'ok' });
  });

  test('tells a program that fails from one with a peak', async () => {
    await expect(peakByGnuTime(launchable, ['steady', '1'], 0)).rejects.toThrow('exit code 3');
  });
});

describe.skipIf(isMissing(place) || typeof fixture !== 'string')('a control group', () => {
  test('agrees on what a program of 256 MiB has more than one of 0', async () => {
    const [base, theirs] = [
      await peakByCgroup(launchable, ['steady', '1', 'mib=0'], CHECKPOINTS),
      await peakByCgroup(launchable, ['steady', '1', 'mib=256'], CHECKPOINTS),
    ];
    const ours = (await ourPeak(256)) - (await ourPeak(0));
    const net = Number(theirs) - Number(base);
    expect(agreementCheck('steady', ours, net)).toMatchObject({ verdict: 'ok' });
  });
});

if (!isMissing(time)) {
  const { runtimes } = await loadCatalogue();
  const { provided } = await provide(foundOf(await seek(chooseRuntimes(runtimes, undefined))));
  describe('runs of a runtime, each looked at by both', () => {
    test.each(provided.map((one) => [one.runtime.id, one.launchable] as const))(
      '%s',
      async (id, runtime) => {
        const size = { tasks: 10_000, parameters: {} };
        const peaks = await typicalPeaks(() => peaksOfOneRun(time, runtime, spawnJoin, size));
        expect(peaks.status).toBe('ok');
        const check = agreementCheck(id, peaks.oursBytes, peaks.theirsBytes);
        expect(check).toMatchObject({ verdict: 'ok' });
      },
    );
  });
}
