import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { survivors } from '../kernel/survivors.fixture.ts';
import { readResults } from '../results/read-results.ts';
import {
  comparisonIdIn,
  journalOf,
  leftAliveBy,
  runsIn,
  wholeLinesIn,
} from './fixtures/comparison-files.ts';
import { killedAndResumed } from './fixtures/killed-and-resumed.ts';
import { afterRuns, startFakeComparison } from './fixtures/start-fake-comparison.ts';
import { tasktax } from './fixtures/tasktax.ts';

const RUNS = 24;
const PLAN = ['--runtimes', 'node,bun', '--tasks', '1,2', '--repeats', '6', '--sleep', '0.1'];

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'out');
});

function compare(...options: string[]) {
  return tasktax('compare', 'one-million', ...options, '--out', out);
}

const journalText = () => readFileSync(journalOf(out), 'utf8');
const left = () => leftAliveBy(out);
const runs = () => runsIn(out);

/** Starts a comparison and kills it, harness only, once the journal has so many runs and some more time has passed. */
async function killAfter(made: number, moreMs: number, ...options: string[]) {
  const comparison = compare(...PLAN, ...options);
  await afterRuns(comparison, made);
  await after(moreMs);
  comparison.kill('SIGKILL');
  await comparison;
}

test('killed at random moments and resumed each time: every planned run once, in order, none changed', async () => {
  const start = (resume: boolean) => compare(...PLAN, ...(resume ? ['--resume'] : []));
  const survived = await killedAndResumed(start, out, { kills: 6, seed: Date.now() });
  expect(survived).toMatchObject({ lost: [], exitCode: 0 });
  expect(survived.stdout).toMatch(/resumed after \d+ runs?/);
  expect(runs().map((run) => run.position)).toEqual(Array.from({ length: RUNS }, (_, i) => i + 1));
  expect(new Set(runs().map((run) => run.run_id)).size).toBe(RUNS);
  expect(new Set(runs().map((run) => run.comparison_id)).size).toBe(1);
  expect(readResults(out).facts.complete).toBe(true);
  expect(left()).toEqual([]);
});

test('killed five times while runs are added until figures are settled: the same runs in the same order as without', async () => {
  const fake = { kinds: ['honest', 'varies'], sizes: [1], repeats: '5%', seconds: 0.02 } as const;
  const undisturbed = join(out, 'undisturbed');
  expect((await startFakeComparison({ ...fake, out: undisturbed })).exitCode).toBe(0);
  const orderOf = (folder: string) =>
    readResults(folder).runs.map((run) => [run.position, run.runtime_id, run.repeat, run.status]);
  const firstRound = 12;
  expect(orderOf(undisturbed).length).toBeGreaterThan(firstRound);

  const disturbed = join(out, 'disturbed');
  const madeRuns = () => wholeLinesIn(disturbed).split('\n').length - 2;
  for (let kill = 1; kill <= 5; kill += 1) {
    const words = kill === 1 ? [] : ['resume'];
    const comparison = startFakeComparison({ ...fake, out: disturbed, words });
    while (madeRuns() < firstRound - 1 + kill) await after(5);
    comparison.kill('SIGKILL');
    await comparison;
  }
  const last = await startFakeComparison({ ...fake, out: disturbed, words: ['resume'] });
  expect(last.exitCode).toBe(0);
  expect(orderOf(disturbed)).toEqual(orderOf(undisturbed));
  expect(readResults(disturbed).facts.complete).toBe(true);
});

test('a comparison that was interrupted goes on where it stopped, and its tables end complete', async () => {
  const comparison = compare(...PLAN);
  await afterRuns(comparison, 4);
  comparison.kill('SIGINT');
  expect((await comparison).exitCode).toBe(130);
  expect(runs().at(-1)?.status).toBe('interrupted');

  expect((await compare(...PLAN, '--resume')).exitCode).toBe(0);
  expect(runs()).toHaveLength(RUNS);
  expect(runs().every((run) => run.status === 'ok')).toBe(true);
});

test('a torn last line is dropped and its run made again', async () => {
  await killAfter(3, 0);
  const whole = wholeLinesIn(out);
  writeFileSync(journalOf(out), `${whole}{"run":{"run_id":"torn`);
  expect((await compare(...PLAN, '--resume')).exitCode).toBe(0);
  expect(journalText().startsWith(whole)).toBe(true);
  expect(runs().map((run) => run.position)).toEqual(Array.from({ length: RUNS }, (_, i) => i + 1));
});

test('of several suites, those that were not begun are made', async () => {
  const quick = ['--runtimes', 'node', '--tasks', '1', '--repeats', '2', '--sleep', '0.1'];
  const both = (...options: string[]) =>
    tasktax('compare', 'one-million', 'one-million-timers', ...quick, '--out', out, ...options);
  const first = both();
  await afterRuns(first, 1);
  first.kill('SIGKILL');
  await first;
  const { exitCode, stdout } = await both('--resume');
  expect(exitCode).toBe(0);
  expect(stdout.match(/resumed after [12] runs?/g)).toHaveLength(1);
  for (const suite of ['one-million', 'one-million-timers']) {
    expect(readResults(join(out, suite)).facts).toMatchObject({ suite, complete: true });
  }
});

describe('what cannot be resumed is refused with the difference', () => {
  test('nothing begun', async () => {
    const { exitCode, stderr } = await compare(...PLAN, '--resume');
    expect(stderr).toMatch(/^error: nothing to resume: there is no /);
    expect(exitCode).toBe(2);
  });

  test.each([
    [['--repeats', '7'], 'the plan changed from 24 runs'],
    [['--seed', '2'], 'the plan changed from 24 runs, seed 1'],
    [['--runtimes', 'node'], 'the runtimes changed from node@'],
    [['--memory-limit', '2GB'], 'the limits changed from none to --memory-limit 2000000000'],
    [['--timeout', '9'], 'the limits changed from none to --timeout 9'],
  ])('another plan: %j', async (change, message) => {
    await killAfter(2, 0);
    const before = journalText();
    const { exitCode, stderr } = await compare(...PLAN, ...change, '--resume');
    expect(stderr).toContain(`cannot resume: ${message}`);
    expect(exitCode).toBe(2);
    expect(journalText()).toBe(before);
  });
});

describe('one comparison at a time', () => {
  test('a second one is refused, and names the first', async () => {
    const first = compare(...PLAN);
    await afterRuns(first, 1);
    const { exitCode, stderr } = await compare(...PLAN);
    expect(stderr).toContain(`is running (pid ${first.pid})`);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(exitCode).toBe(2);
    expect((await first).exitCode).toBe(0);
  });

  test('a dead one leaves no lock, and nothing of it is left running', async () => {
    const first = compare('--runtimes', 'node', '--tasks', '1', '--repeats', '2', '--sleep', '60');
    const hasBegun = () => wholeLinesIn(out) !== '';
    while (!hasBegun() || left().length === 0) await after(20);
    first.kill('SIGKILL');
    await first;
    const dead = comparisonIdIn(out);
    expect((await compare(...PLAN)).exitCode).toBe(0);
    expect(survivors(`${dead}-`)).toEqual([]);
  });
});
