import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readResults } from '../results/read-results.ts';
import { journalOf, runsIn } from './fixtures/comparison-files.ts';
import {
  afterRuns,
  type FakeComparison,
  fakeCommand,
  startFakeComparison,
} from './fixtures/start-fake-comparison.ts';

const RUNS = 40;
const POSITIONS = Array.from({ length: RUNS }, (_, index) => index + 1);

let folder: string;
let out: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-storage-'));
  out = join(folder, 'disk', 'out');
  cache = join(folder, 'cache');
});

function fake(changes: Partial<FakeComparison> = {}) {
  return startFakeComparison({
    kinds: ['honest', 'one-task-less'],
    sizes: [1, 2],
    repeats: RUNS / 4,
    seconds: 0.02,
    out,
    environment: { XDG_CACHE_HOME: cache },
    ...changes,
  });
}

const positionsIn = (path: string) => runsIn(path).map(({ position }) => position);
const tablesIn = (path: string) => readdirSync(path).filter((name) => name !== '.comparison');
const refugeIn = (root: string) => {
  const rescued = join(root, 'tasktax', 'tasktax-rescued');
  return join(rescued, readdirSync(rescued)[0] ?? '');
};

test('a results folder that is deleted in the middle comes back with every run', async () => {
  const comparison = fake();
  await afterRuns(comparison, 10);
  rmSync(out, { recursive: true });
  const { exitCode } = await comparison;
  expect(exitCode).toBe(1); // for the runs with a task less
  expect(positionsIn(out)).toEqual(POSITIONS);
  expect(readResults(out).facts.complete).toBe(true);
});

test('nobody to read the output, or no room for it: measured all the same', async () => {
  const full = openSync('/dev/full', 'w');
  const plan = { kinds: ['honest'], sizes: [1], repeats: 3, seconds: 0.02, out };
  const [node, ...words] = fakeCommand(plan);
  const { status } = spawnSync(node, words, { stdio: ['ignore', full, full] });
  expect(status).toBe(0);
  expect(positionsIn(out)).toEqual([1, 2, 3]);
});

test('a damaged journal is one clear line that names it', async () => {
  await fake({ repeats: 2 });
  const lines = readFileSync(journalOf(out), 'utf8').split('\n');
  const damages: readonly [number, string][] = [
    [1, '{"run":{"position":1},"readings":[],"samples":[]}'],
    [3, '{"run":'],
    [2, '\0\0\0\0'],
    [0, 'not a head'],
  ];
  for (const [index, text] of damages) {
    writeFileSync(journalOf(out), lines.with(index, text).join('\n'));
    const { exitCode, stderr } = await fake({ repeats: 2, words: ['resume'] });
    expect(stderr).toMatch(
      new RegExp(`^error: .*journal.jsonl: line ${index + 1} is damaged .*--resume.*$`),
    );
    expect(exitCode).toBe(2);
  }
});

/** A disk of its own: a tmpfs, which only root may mount. */
const mount = (...words: string[]) => spawnSync('mount', words).status === 0;
const probe = mkdtempSync(join(tmpdir(), 'tasktax-mount-'));
const canMount = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe);
if (canMount) spawnSync('umount', [probe]);
else console.warn('SKIPPED: full and read-only disks; run as root, on Linux');

describe.skipIf(!canMount)('a disk', () => {
  const disk = () => join(folder, 'disk');
  const mountDisk = (options: string) => {
    mkdirSync(disk(), { recursive: true });
    expect(mount('-t', 'tmpfs', '-o', options, 'tmpfs', disk())).toBe(true);
  };
  afterEach(() => {
    spawnSync('umount', ['-l', disk()]);
  });

  test('that is read-only', async () => {
    mountDisk('size=1m');
    mkdirSync(out);
    expect(mount('-o', 'remount,ro', disk())).toBe(true);
    const { exitCode, stderr } = await fake();
    // Node's recursive mkdir calls it ENOENT.
    expect(stderr).toMatch(/^error: cannot write to .* \((EROFS|ENOENT)\): choose another --out$/);
    expect(exitCode).toBe(2);
  });

  test('that is full from the start', async () => {
    mountDisk('size=16k');
    const { exitCode, stderr } = await fake();
    expect(stderr).toMatch(/^error: cannot write to .* \(ENOSPC\): choose another --out$/);
    expect(exitCode).toBe(2);
  });

  test('that fills up in the middle: the comparison goes on in the cache folder, and says so', async () => {
    mountDisk('size=112k');
    const { exitCode, stderr } = await fake();
    const refuge = refugeIn(cache);
    expect(stderr).toContain(
      `warning: cannot write to ${out}; everything measured so far is in ${refuge}`,
    );
    expect(exitCode).toBe(1);
    expect(positionsIn(refuge)).toEqual(POSITIONS);
    expect(readResults(refuge).facts.complete).toBe(true);
    expect(tablesIn(out)).toEqual([]);
  });

  test('that has no room for the tables: they are elsewhere, whole', async () => {
    mountDisk('size=4m');
    const comparison = fake({ kinds: ['honest'], sizes: [1], repeats: 12 });
    await afterRuns(comparison, 10);
    leaveRoom(24_576);
    const { exitCode, stderr } = await comparison;
    const refuge = refugeIn(cache);
    expect(stderr).toContain(`everything measured so far is in ${refuge}`);
    expect(exitCode).toBe(1);
    expect(positionsIn(refuge)).toHaveLength(12);
    expect(tablesIn(out)).toEqual([]);
    expect(readdirSync(join(out, '.comparison'))).not.toContain('draft');
  });

  test('that is full, and so is every other: what was measured stays, and can be gone on with', async () => {
    mountDisk('size=112k');
    const environment = { XDG_CACHE_HOME: join(disk(), 'cache'), TMPDIR: disk() };
    const { exitCode, stderr } = await fake({ environment });
    const [, kept] =
      stderr.match(
        /^error: cannot write to .* \(ENOSPC\), nor to .* \(ENOSPC\); (\d+) runs are kept in .*: free some space, then continue with --resume$/m,
      ) ?? [];
    expect(Number(kept)).toBeGreaterThan(0);
    expect(exitCode).toBe(1);
    const before = readFileSync(journalOf(out), 'utf8');
    const whole = before.slice(0, before.lastIndexOf('\n') + 1);
    expect(whole.split('\n')).toHaveLength(Number(kept) + 2); // the head, and nothing after the last

    expect(mount('-o', 'remount,size=16m', disk())).toBe(true);
    const resumed = await fake({ environment, words: ['resume'] });
    expect(resumed.stdout).toContain(`resumed after ${kept} runs`);
    expect(readFileSync(journalOf(out), 'utf8').startsWith(whole)).toBe(true);
    expect(positionsIn(out)).toEqual(POSITIONS);
  });

  /** Fills the disk up to so many bytes. */
  function leaveRoom(bytes: number) {
    const filler = join(disk(), 'filler');
    try {
      for (;;) appendFileSync(filler, Buffer.alloc(4096));
    } catch {
      truncateSync(filler, statSync(filler).size - bytes);
    }
  }
});
