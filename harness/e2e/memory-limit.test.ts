import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeControlGroup, removeLeftGroups } from '../kernel/control-group.ts';
import { processIdentity } from '../kernel/process-identity.ts';
import { survivors } from '../kernel/survivors.fixture.ts';
import { isMissing } from '../model/runtime.ts';
import { readResults } from '../results/read-results.ts';
import { claimCgroupPlace } from '../run/claim-place.ts';
import { chooseMemoryLimit, type MemoryLimit } from '../run/memory-limit.ts';
import {
  buildFixture,
  FIXTURE_WORKLOADS,
  runFixture,
} from '../verify/known-memory/known-memory.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { startFakeComparison } from './fixtures/start-fake-comparison.ts';

const hostile = fileURLToPath(new URL('./fixtures/hostile.mjs', import.meta.url));
const BYTES = 200e6;

const place = await claimCgroupPlace();
if (isMissing(place)) {
  console.warn(`SKIPPED: limits that the kernel keeps: ${place.missing}; ${place.remedy}`);
}
const byHarness: MemoryLimit = { by: 'harness', bytes: BYTES, reason: 'a test' };
const limits: readonly MemoryLimit[] = isMissing(place)
  ? [byHarness]
  : [byHarness, { by: 'kernel', bytes: BYTES, place }];

function runUnder(memoryLimit: MemoryLimit, kind: string) {
  return runFixture({
    command: [process.execPath, hostile, kind],
    workload: sleep,
    tasks: 10,
    parameters: { seconds: 0.1 },
    timeoutSeconds: 60,
    memoryLimit,
  });
}

/** The groups that this process has made and not removed. */
const ownGroups = () => groupsOf(processIdentity(process.pid));

function groupsOf(harness: string): readonly string[] {
  if (isMissing(place)) return [];
  return readdirSync(place.folder).filter((name) => name.startsWith(`tasktax-${harness}-`));
}

describe.each(limits.map((limit) => [limit.by, limit] as const))('kept by the %s', (by, limit) => {
  test('a program below it is ok', async () => {
    const run = await runUnder(limit, 'honest');
    expect(run.outcome).toEqual({ status: 'ok' });
    expect(ownGroups()).toEqual([]);
  });

  test('a program that goes over it is out of memory, and never was far over it', async () => {
    const run = await runUnder(limit, 'fills-memory');
    expect(run.outcome).toEqual({
      status: 'out-of-memory',
      detail:
        by === 'kernel'
          ? 'the kernel killed a process at the limit of 200000000 bytes, after "ready"'
          : 'resident memory exceeded the limit of 200000000 bytes, after "ready"',
    });
    const highest = Math.max(...(run.observed?.curve.map(({ rssBytes }) => rssBytes) ?? []));
    expect(highest).toBeGreaterThan(0.5 * BYTES);
    if (by === 'kernel') {
      expect(run.signal).toBe('SIGKILL');
      // Pages of the executable that others have read before are not charged to the group.
      expect(highest).toBeLessThan(1.5 * BYTES);
    }
    expect(survivors(run.runId)).toEqual([]);
    expect(ownGroups()).toEqual([]);
  });

  test('so is one whose child does, though it goes on itself as if nothing had happened', async () => {
    const run = await runUnder(limit, 'child-fills-memory');
    expect(run.outcome.status).toBe('out-of-memory');
    expect(survivors(run.runId)).toEqual([]);
    expect(ownGroups()).toEqual([]);
  });
});

test.each(limits.map((limit) => [limit.by, limit] as const))(
  'what several processes share counts once: kept by the %s',
  async (_, limit) => {
    const fixture = await buildFixture();
    if (fixture === undefined) {
      console.warn('SKIPPED: a C compiler is needed; apt install gcc');
      return;
    }
    const tree = (bytes: number) =>
      runFixture({
        command: [fixture],
        workload: FIXTURE_WORKLOADS.tree,
        parameters: { mib: 100, children: 4, seconds: 0.1 },
        memoryLimit: { ...limit, bytes },
      });
    const enough = await tree(BYTES);
    expect(Math.max(...enough.readings.map(({ rssBytes }) => rssBytes))).toBeGreaterThan(2 * BYTES);
    expect(enough.outcome).toEqual({ status: 'ok' });
    expect((await tree(BYTES / 4)).outcome.status).toBe('out-of-memory');
  },
);

test.skipIf(isMissing(place))(
  'under the kernel, a program that is not there was never launched',
  async () => {
    if (isMissing(place)) return;
    const run = await runFixture({
      command: ['/nowhere/program'],
      workload: sleep,
      memoryLimit: { by: 'kernel', bytes: BYTES, place },
    });
    expect(run.outcome.status).toBe('launch-failed');
    expect(ownGroups()).toEqual([]);
  },
);

test('compare --memory-limit: other runs go on, the table says so, and the limit stands beside it', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'tasktax-limit-')), 'out');
  const { exitCode, stdout, stderr } = await startFakeComparison({
    ...{ kinds: ['honest', 'fills-memory'], sizes: [1], repeats: 2, seconds: 0.05, out },
    words: [`memory-limit=${BYTES}`],
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(
    /memory limit: 200 MB for each run, (enforced by the kernel|checked at each sample)/,
  );
  expect(stdout).toContain('2 of 2 failed');
  expect(stderr.match(/fills-memory@1 .*: out-of-memory \(/g)).toHaveLength(2);
  expect(stderr.match(/honest@1 .*: ok,/g)).toHaveLength(2);
  expect(readResults(out).facts.memoryLimitBytes).toBe(BYTES);
});

test('where no group can be made, we watch, and say why', async () => {
  const nowhere = { version: 2, folder: '/sys/fs/cgroup/nowhere', origin: 'a test' } as const;
  expect(await chooseMemoryLimit(BYTES, nowhere)).toEqual({
    by: 'harness',
    bytes: BYTES,
    reason: 'no group can be made in /sys/fs/cgroup/nowhere (ENOENT)',
  });
  const missing = { missing: 'no groups here', remedy: 'get some' };
  expect(await chooseMemoryLimit(BYTES, missing)).toMatchObject({
    by: 'harness',
    reason: 'no groups here (to get it: get some)',
  });
});

test.skipIf(isMissing(place))('groups of a harness that was killed are removed', async () => {
  if (isMissing(place)) return;
  const dead = '4194305@1.5';
  mkdirSync(join(place.folder, `tasktax-${dead}-1`));
  const alive = makeControlGroup(place);
  removeLeftGroups(place);
  expect(groupsOf(dead)).toEqual([]);
  expect(ownGroups()).toHaveLength(1);
  await alive.remove();
  expect(ownGroups()).toEqual([]);
});
