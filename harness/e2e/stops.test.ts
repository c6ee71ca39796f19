import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { execa } from 'execa';
import { beforeEach, describe, expect, test } from 'vitest';
import { isAlive } from '../kernel/process-identity.ts';
import { isMissing } from '../model/runtime.ts';
import { onPath } from '../provision/on-path.ts';
import { readResults } from '../results/read-results.ts';
import { findLauncher } from '../run/launcher/find-launcher.ts';
import { journalOf, leftAliveBy, runsIn } from './fixtures/comparison-files.ts';
import {
  afterRuns,
  type FakeComparison,
  fakeCommand,
  startFakeComparison,
} from './fixtures/start-fake-comparison.ts';

let out: string;
let cache: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-stops-'));
  out = join(folder, 'out');
  cache = join(folder, 'cache');
});

function fake(changes: Partial<FakeComparison> = {}) {
  return startFakeComparison({
    ...FAKE,
    out,
    environment: { XDG_CACHE_HOME: cache },
    ...changes,
  });
}

const FAKE = { kinds: ['honest', 'clings-to-life'], sizes: [1], repeats: 1, seconds: 0.02 };
const runs = () => runsIn(out);
const left = () => leftAliveBy(out);

/** Resolves once the run that clings to life does, with all three processes that it started, and their launcher. */
async function clinging() {
  while (!existsSync(journalOf(out)) || left().length < CLINGING) await after(20);
}

/** Keeps the launcher, where there is one, from doing anything. */
function stopLauncher(): void {
  for (const line of left()) {
    const [pid, executable = ''] = line.split(' ');
    if (executable.endsWith('/launcher')) process.kill(Number(pid), 'SIGSTOP');
  }
}

const CLINGING = isMissing(await findLauncher()) ? 4 : 5;

describe('the first signal: what is done is written, 130, and nothing lives', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', async (signal) => {
    const comparison = fake();
    await clinging();
    comparison.kill(signal);
    expect((await comparison).exitCode).toBe(130);
    expect(left()).toEqual([]);
    expect(runs().at(-1)).toMatchObject({ status: 'interrupted', runtime_id: 'clings-to-life@1' });
    expect(readResults(out).facts.complete).toBe(false);
  });
});

test('the second signal: at once, with nothing more written, and nothing lives', async () => {
  const comparison = fake();
  await clinging();
  comparison.kill('SIGINT');
  while (left().length === CLINGING) await after(5); // until those that obey SIGTERM have
  comparison.kill('SIGSTOP');
  await after(700); // longer than what counts as one press of Ctrl-C
  comparison.kill('SIGINT');
  comparison.kill('SIGCONT');
  expect((await comparison).exitCode).toBe(130);
  expect(left()).toEqual([]);
  expect(existsSync(join(out, 'runs.csv'))).toBe(false);
});

test('a mistake of ours: it is told, and nothing lives', async () => {
  const { exitCode, stderr } = await fake({ words: ['throw-after=1500'] });
  expect(stderr).toContain('Error: a mistake in the harness');
  expect(exitCode).toBe(1);
  expect(left()).toEqual([]);
});

test('SIGKILL: what lives on is ended when the next comparison starts, and what was done is kept', async () => {
  const comparison = fake();
  await clinging();
  stopLauncher(); // it would end the rest at once
  comparison.kill('SIGKILL');
  await comparison;
  expect(left()).not.toEqual([]);
  const journal = readFileSync(journalOf(out), 'utf8');
  expect(journal.split('\n').length).toBeGreaterThan(1);

  await fake({ kinds: ['honest'], out: `${out}-next` });
  expect(left()).toEqual([]);
  expect(readFileSync(journalOf(out), 'utf8')).toBe(journal);
});

test('nobody reads any more: the comparison is made to its end', async () => {
  const comparison = fake({ kinds: ['honest'], sizes: [1, 2], repeats: 5 });
  await afterRuns(comparison, 2);
  comparison.stderr.destroy();
  comparison.stdout.destroy();
  expect((await comparison).exitCode).toBe(0);
  expect(readResults(out).facts).toMatchObject({ complete: true, plannedRuns: 10 });
});

const script = await onPath('script');
if (script === undefined) console.warn('SKIPPED: a terminal that is gone; apt install bsdutils');

test.skipIf(script === undefined)(
  'a terminal that is gone: what is done is written, and nothing lives',
  async () => {
    const [node = '', ...words] = fakeCommand({ ...FAKE, out });
    const terminal = execa(String(script), ['-qec', [node, ...words].join(' '), '/dev/null'], {
      reject: false,
      stdin: 'pipe',
      env: { XDG_CACHE_HOME: cache },
    });
    await clinging();
    terminal.kill('SIGKILL'); // with it the other end of the terminal, so that it hangs up
    await terminal;
    const { harness } = JSON.parse(
      readFileSync(join(out, '.comparison', 'comparison.lock.json'), 'utf8'),
    );
    while (isAlive(harness)) await after(20);
    expect(left()).toEqual([]);
    expect(readResults(out).facts.complete).toBe(false);
    expect(runs().map(({ status }) => status)).toContain('interrupted');
  },
);
