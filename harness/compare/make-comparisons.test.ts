import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { fakeRuntime } from '../e2e/fixtures/fake-runtime.ts';
import type { Runtime } from '../model/runtime.ts';
import type { Shard } from '../model/shard.ts';
import { UsageError } from '../model/usage-error.ts';
import { readResults } from '../results/read-results.ts';
import type { ComparisonEvent } from './comparison-event.ts';
import { makeComparisons } from './make-comparisons.ts';
import { planSuites } from './plan-suites.ts';

const { suites, workloads } = await loadCatalogue();

let disk: string;
let out: string;
beforeEach(() => {
  disk = join(mkdtempSync(join(tmpdir(), 'tasktax-compare-')), 'disk');
  out = join(disk, 'out');
});

/** Makes a small comparison, and keeps what is reported of it. */
async function make(
  runtimes: readonly Runtime[],
  {
    resume = false,
    shard,
    onEvent = () => {},
  }: {
    readonly resume?: boolean;
    readonly shard?: Shard;
    readonly onEvent?: (event: ComparisonEvent, stop: AbortController) => void;
  } = {},
) {
  const events: ComparisonEvent[] = [];
  const stop = new AbortController();
  const report = (event: ComparisonEvent) => {
    if (event.kind !== 'memory-seen') events.push(event); // it comes by the clock
    onEvent(event, stop);
  };
  const options = { seed: 1, sizes: [1], repeats: 2, sleepSeconds: 0.02, out };
  const known = new Map(runtimes.map((runtime) => [runtime.id, runtime]));
  const catalogue = { suites, workloads, runtimes: known };
  const planned = await planSuites(['one-million'], options, catalogue, report);
  const made = await makeComparisons(
    planned,
    { workloads, limits: {}, shard, resume, listenForInterrupt: () => stop.signal },
    report,
  );
  return { made, events, kinds: events.map(({ kind }) => kind) };
}

const RUN = ['run-started', 'run-finished'] as const;

test('from plan to tables, each step is reported in order', async () => {
  const { made, kinds } = await make([fakeRuntime('honest')]);
  expect(kinds).toEqual([
    ...['runtimes-sought', 'runtime-preparing', 'planned', 'round-planned'],
    ...RUN,
    ...RUN,
    'tables-written',
  ]);
  expect(made).toEqual({ comparisons: [{ status: 'ok', path: out }], isInterrupted: false });
  expect(readResults(out).facts).toMatchObject({ complete: true, plannedRuns: 2 });
  expect(readResults(out).runs).toMatchObject([{ status: 'ok' }, { status: 'ok' }]);
});

test('the tables are told with what was computed for them', async () => {
  const { events } = await make([fakeRuntime('honest')]);
  const [written] = events.filter((event) => event.kind === 'tables-written');
  expect(written).toMatchObject({ path: out, runtimes: [{ runtime_id: 'honest@1' }] });
  expect(written?.runs).toHaveLength(2);
  expect(written?.summary).toEqual(readResults(out).summary);
});

test('a run that is not ok is the status', async () => {
  const { made } = await make([fakeRuntime('honest'), fakeRuntime('exit-1')]);
  expect(made.comparisons).toEqual([{ status: 'some-run-failed', path: out }]);
});

test('a runtime that cannot be built is reported, and the others keep their planned order', async () => {
  const unready = fakeRuntime('unready', { missing: 'a test', remedy: 'nothing' });
  const runtimes = [fakeRuntime('honest'), unready, fakeRuntime('leaves-a-child')];
  const known = new Map(runtimes.map((runtime) => [runtime.id, runtime]));
  const options = { seed: 1, sizes: [1], repeats: 2, sleepSeconds: 0.02, out };
  const whole = await planSuites(
    ['one-million'],
    options,
    { suites, workloads, runtimes: known },
    () => {},
  );
  const order = whole.comparisons.flatMap(({ plan }) =>
    plan.runs.map((run) => run.case.runtimeId).filter((id) => id !== 'unready@1'),
  );

  const { made, kinds, events } = await make(runtimes);
  expect(kinds.slice(0, 6)).toEqual([
    'runtimes-sought',
    ...runtimes.map(() => 'runtime-preparing'),
    ...['runtimes-missing', 'planned'],
  ]);
  expect(events[4]).toMatchObject({ missing: [{ runtime: { id: 'unready' } }] });
  expect(made.comparisons).toEqual([{ status: 'ok', path: out }]);
  const runs = readResults(out).runs;
  expect(runs.map((run) => run.runtime_id)).toEqual(order);
  expect(runs.map((run) => run.position)).toEqual([1, 2, 3, 4]);
});

test('with no runtime left there is nothing to make', async () => {
  const unready = fakeRuntime('unready', { missing: 'a test', remedy: 'nothing' });
  await expect(make([unready])).rejects.toThrow(
    new UsageError('none of the runtimes can run: see the lines above'),
  );
});

test('stopped after a run, and resumed: what was made is not made again', async () => {
  const first = await make([fakeRuntime('honest')], {
    onEvent: ({ kind }, stop) => kind === 'run-finished' && stop.abort(),
  });
  expect(first.made).toEqual({
    comparisons: [{ status: 'interrupted', path: out }],
    isInterrupted: true,
  });
  expect(readResults(out).facts.complete).toBe(false);

  const second = await make([fakeRuntime('honest')], { resume: true });
  expect(second.kinds).toEqual([
    ...['runtimes-sought', 'runtime-preparing', 'planned', 'resumed', 'round-planned'],
    ...RUN,
    'tables-written',
  ]);
  expect(second.events[3]).toMatchObject({ madeRuns: 1 });
  expect(second.made.comparisons).toEqual([{ status: 'ok', path: out }]);
  expect(readResults(out).runs.map((run) => run.position)).toEqual([1, 2]);
});

test('complete tables stay when a later comparison is stopped: its own go aside', async () => {
  await make([fakeRuntime('honest')]);
  const before = readFileSync(join(out, 'runs.csv'), 'utf8');
  const { made } = await make([fakeRuntime('honest')], {
    onEvent: ({ kind }, stop) => kind === 'run-finished' && stop.abort(),
  });
  const aside = join(out, '.comparison', 'interrupted');
  expect(made.comparisons).toEqual([{ status: 'interrupted', path: aside }]);
  expect(readFileSync(join(out, 'runs.csv'), 'utf8')).toBe(before);
  expect(readResults(aside).runs).toHaveLength(1);
});

test('a folder that can no longer be written to: the move is reported once as it happens, and at the end', async () => {
  const { made, events } = await make([fakeRuntime('honest')], {
    onEvent(event) {
      if (event.kind !== 'run-started' || event.planned.position !== 1) return;
      rmSync(disk, { recursive: true });
      writeFileSync(disk, 'a file in its place');
    },
  });
  const path = made.comparisons[0]?.path ?? '';
  onTestFinished(() => rmSync(path, { recursive: true }));
  expect(made.comparisons).toEqual([{ status: 'tables-elsewhere', path }]);
  expect(events.filter(({ kind }) => kind === 'moved-to-fallback')).toEqual([
    { kind: 'moved-to-fallback', from: out, to: path },
    { kind: 'moved-to-fallback', from: out, to: path },
  ]);
  expect(readResults(path).runs).toHaveLength(2);
});

test('a shard keeps its numbers in the whole, and says what it is a part of', async () => {
  const { made } = await make([fakeRuntime('honest'), fakeRuntime('one-task-less')], {
    shard: { index: 2, of: 2 },
  });
  expect(made.comparisons).toEqual([{ status: 'some-run-failed', path: out }]);
  const { facts, runs } = readResults(out);
  expect(facts).toMatchObject({
    shard: { index: 2, of: 2 },
    plan: { runs: 4, repeats: 2, limits: 'none' },
    plannedRuns: 2,
    repeats: 1,
    complete: true,
  });
  expect(facts.comparisonId).toMatch(/^one-million-2of2-/);
  expect(runs.map(({ repeat, position }) => [repeat, position])).toEqual([
    [2, 3],
    [2, 4],
  ]);
});

test('nothing to resume is refused before anything is written', async () => {
  mkdirSync(out, { recursive: true });
  await expect(make([fakeRuntime('honest')], { resume: true })).rejects.toThrow(
    /^nothing to resume: there is no /,
  );
});
