import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { survivors } from '../kernel/survivors.fixture.ts';
import { isMissing } from '../model/runtime.ts';
import { onPath } from '../provision/on-path.ts';
import { repositoryRoot } from '../provision/places.ts';
import { chooseRuntimes, foundOf, seek } from '../provision/provide.ts';
import { readResults } from '../results/read-results.ts';
import { runsIn } from './fixtures/comparison-files.ts';
import { tasktax, tasktaxWhere } from './fixtures/tasktax.ts';

const { runtimes, workloads } = await loadCatalogue();
const sought = await seek(chooseRuntimes(runtimes, undefined));
const here = foundOf(sought).map(({ runtime }) => runtime);
for (const { runtime, found } of sought) {
  if (isMissing(found)) console.warn(`SKIPPED: ${runtime.id}: ${found.missing}; ${found.remedy}`);
}

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'out');
});

/** The first time, everything is built. */
const BUILDING_MS = 900_000;

describe('smoke, with every runtime that is here', { timeout: BUILDING_MS }, () => {
  test('every run is ok, the tables are complete, and an independent validator accepts them', async () => {
    const { exitCode, stdout, stderr } = await tasktax('compare', 'smoke', '--out', out);
    expect(stderr).not.toMatch(/error|warning/i);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('tables:');

    const runs = runsIn(out);
    expect(runs.filter((run) => run.status !== 'ok')).toEqual([]);
    for (const runtime of here) {
      const done = runs.filter((run) => run.runtime_id.startsWith(`${runtime.id}@`));
      const expected = [...workloads.values()]
        .filter(({ id, keepsContract }) => keepsContract !== false && !runtime.lacks?.[id])
        .map(({ id }) => id);
      expect(new Set(done.map((run) => run.workload))).toEqual(new Set(expected));
    }
    for (const run of runs) {
      // Of several processes, a peak counts what they share once, as PSS does; resident memory counts it for each.
      const parked = run.peak_source === 'cgroup' ? run.parked_pss_bytes : run.parked_rss_bytes;
      const ready = run.peak_source === 'cgroup' ? null : run.ready_rss_bytes;
      expect(run.peak_rss_bytes).toBeGreaterThanOrEqual(parked ?? ready ?? 1);
      expect(run.heap_bytes === null).toBe(!run.parameters.includes('heap=1'));
    }
    // Nothing of this machine's folders is in what people publish.
    const text = ['runtimes.csv', 'machines.csv', 'datapackage.json']
      .map((file) => readFileSync(join(out, file), 'utf8'))
      .join('\n');
    expect(text).not.toContain(repositoryRoot);
    expect(text).not.toContain(process.env.HOME ?? 'no home');

    const validator = await onPath('frictionless');
    if (validator === undefined) {
      console.warn('SKIPPED: the independent validator; pip install frictionless');
      return;
    }
    const verdict = await execa(validator, ['validate', 'datapackage.json', '--json'], {
      cwd: out,
      reject: false,
    });
    const report: { valid: boolean; stats: { tasks: number; errors: number } } = JSON.parse(
      verdict.stdout,
    );
    expect(report).toMatchObject({ valid: true, stats: { tasks: 7, errors: 0 } });
  });
});

describe('a single case under Node', () => {
  const node = ['--runtimes', 'node', '--repeats', '2', '--sleep', '0.2', '--tasks', '100'];

  test('a folder of results can be read back, and be measured anew', async () => {
    await tasktax('compare', 'one-million', ...node, '--out', out);
    const first = readResults(out);
    expect(first.facts).toMatchObject({ suite: 'one-million', complete: true, plannedRuns: 2 });
    const { exitCode } = await tasktax('compare', 'one-million', ...node, '--out', out);
    expect(exitCode).toBe(0);
    expect(readResults(out).facts.comparisonId).not.toBe(first.facts.comparisonId);
  });

  test('a run that is not ok makes the exit code 1 and is named', async () => {
    const { exitCode, stdout, stderr } = await tasktax(
      ...['compare', 'one-million', '--runtimes', 'node', '--tasks', '1', '--repeats', '1'],
      ...['--sleep', '30', '--timeout', '0.5', '--out', out],
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('timeout (after 0.5 s, after "parked")');
    expect(stdout).toContain('1 of 1 failed');
    expect(runsIn(out)).toMatchObject([{ status: 'timeout', live_peak: null }]);
  });

  test("the user's shell does not leak into children", async () => {
    // With these, no child could start, or it would say more than the contract allows.
    const env = { NODE_V8_COVERAGE: join(out, 'leak'), NODE_DEBUG: 'fs,timer' };
    const words = ['compare', 'one-million', ...node, '--out', out];
    const { exitCode } = await tasktaxWhere({ env }, ...words);
    expect(exitCode).toBe(0);
    const [runtime] = readResults(out).runtimes;
    expect(runtime?.command).toBe(
      'env -i LANG=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin node workloads/js/tasks.mjs',
    );
  });
});

test.skipIf(!here.some(({ id }) => id === 'go'))(
  'tasks that outlived their own creation are repeated with twice the sleep, and both are told',
  async () => {
    await tasktax(
      ...['compare', 'one-million', '--runtimes', 'go', '--tasks', '200000', '--repeats', '1'],
      ...['--sleep', '0.002', '--out', out],
    );
    const runs = runsIn(out);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.slice(0, -1).every((run) => run.status === 'not-concurrent')).toBe(true);
    expect(runs.at(-1)).toMatchObject({ status: 'ok', live_peak: 200_000, position: 1 });
    const seconds = runs.map((run) => Number(run.parameters.replace('seconds=', '')));
    expect(seconds).toEqual(seconds.map((_, index) => 0.002 * 2 ** index));
    expect(new Set(runs.map((run) => run.run_id)).size).toBe(runs.length);
  },
);

test('a size that would take the machine down is not launched, and says what it would need', async () => {
  const { exitCode, stderr } = await tasktax(
    ...['compare', 'one-million', '--runtimes', 'node', '--tasks', '100000000', '--repeats', '1'],
    ...['--sleep', '0.1', '--out', out],
  );
  expect(exitCode).toBe(1);
  expect(stderr).toContain('skipped-memory (it would need about ');
  expect(runsIn(out)).toMatchObject([
    { status: 'skipped-memory', peak_rss_bytes: null, exit_code: null },
  ]);
});

describe('Ctrl-C', () => {
  async function interrupted() {
    const compare = tasktax(
      ...['compare', 'one-million', '--runtimes', 'node', '--tasks', '1,2'],
      ...['--repeats', '50', '--sleep', '0.5', '--out', out],
    );
    await new Promise<void>((resolve) => {
      compare.stderr.on('data', (text) => String(text).includes('[2/') && resolve());
    });
    compare.kill('SIGINT');
    return compare;
  }

  test('what is done is written, the exit code is 130, and no child is left', async () => {
    const { exitCode } = await interrupted();
    expect(exitCode).toBe(130);
    const runs = runsIn(out);
    expect(runs.length).toBeGreaterThanOrEqual(3);
    expect(runs.at(-1)?.status).toBe('interrupted');
    expect(runs.slice(0, -1).every((run) => run.status === 'ok')).toBe(true);
    expect(readResults(out).facts.complete).toBe(false);
    expect(survivors(`${runs[0]?.comparison_id}-`)).toEqual([]);
  });

  test('tables of an earlier, complete comparison stay as they were', async () => {
    const quick = ['--runtimes', 'node', '--tasks', '1', '--repeats', '1', '--sleep', '0.1'];
    await tasktax('compare', 'one-million', ...quick, '--out', out);
    const before = readFileSync(join(out, 'runs.csv'), 'utf8');
    const { stdout } = await interrupted();
    expect(readFileSync(join(out, 'runs.csv'), 'utf8')).toBe(before);
    expect(stdout).toContain('interrupted');
    expect(runsIn(join(out, '.comparison', 'interrupted')).length).toBeGreaterThan(1);
  });
});

describe('wrong input is one clear line, exit code 2, and nothing written', () => {
  test.each([
    [['one-milion'], 'unknown suite "one-milion": did you mean "one-million"? known: '],
    [['smoke', '--runtimes', 'nod'], 'unknown runtime "nod": did you mean "node"? known: '],
    [['smoke', '--runtime', 'node'], "unknown option '--runtime' (Did you mean --runtimes?)"],
    [['smoke', '--tasks', '0'], 'Write a whole number from 1'],
    [['smoke', '--tasks', '-1'], 'Write a whole number from 1'],
    [['smoke', '--tasks', '1e3'], 'Write a whole number from 1'],
    [['smoke', '--tasks', 'abc'], 'Write a whole number from 1'],
    [['smoke', '--tasks', '10,,20'], 'Write a whole number from 1'],
    [['smoke', '--tasks', '999999999999'], 'Write a whole number from 1'],
    [['smoke', '--repeats', '0'], 'Write a whole number from 1'],
    [['smoke', '--sleep', '-1'], 'Write seconds'],
    [['smoke', '--timeout', 'long'], 'Write seconds'],
    [['smoke', '--seed', 'x'], 'Write a whole number from 0'],
  ])('%j', async (options, message) => {
    const { exitCode, stderr } = await tasktax('compare', ...options, '--out', out);
    expect(stderr).toContain(message);
    expect(stderr.split('\n')).toHaveLength(1);
    expect(exitCode).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test('an unknown command has its nearest right word', async () => {
    const { exitCode, stderr } = await tasktax('compar');
    expect(stderr).toBe("error: unknown command 'compar' (Did you mean compare?)");
    expect(exitCode).toBe(2);
  });

  test('a folder that cannot be written', async () => {
    const file = `${out}-file`;
    writeFileSync(file, '');
    const { exitCode, stderr } = await tasktax('compare', 'smoke', '--out', join(file, 'x'));
    expect(stderr).toMatch(/^error: cannot write to .*: choose another --out$/);
    expect(exitCode).toBe(2);
  });

  test("another suite's results", async () => {
    const quick = ['--runtimes', 'node', '--tasks', '1', '--repeats', '1', '--sleep', '0.1'];
    await tasktax('compare', 'one-million', ...quick, '--out', out);
    const { exitCode, stderr } = await tasktax('compare', 'smoke', '--out', out);
    expect(stderr).toContain('holds the results of suite "one-million", not of "smoke"');
    expect(exitCode).toBe(2);
  });
});

test('a dry run shows the order and writes nothing', async () => {
  const { exitCode, stdout } = await tasktax(
    'compare',
    '--runtimes',
    'node',
    '--dry-run',
    '--verbose',
    '--out',
    out,
  );
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/36 runs \(6 cases x 6\), about \d+ min/);
  expect(stdout).toContain('then more of each case until it is known to ±2 %');
  expect(
    stdout.match(/^ {2}\d+\. node@\S+ sleep [\d,]+ seconds=\d+ \(repeat \d\)$/gm),
  ).toHaveLength(36);
  expect(existsSync(out)).toBe(false);
});

test.each([
  [[], /^results\/one-million$/],
  [['--timeout', '5'], /^results\/local\/one-million-/],
  [['--seed', '2'], /^results\/local\/one-million-/],
  [['--memory-limit', '2GB'], /^results\/local\/one-million-/],
])(
  "only the suite as it is declared goes to the suite's own folder: %j",
  async (options, folder) => {
    const { stdout } = await tasktax('compare', '--dry-run', ...options);
    expect(stdout.match(/, into (\S+)$/m)?.[1]).toMatch(folder);
  },
);

test.skipIf(!here.some(({ id }) => id === 'python-threads'))(
  'a comparison of nothing is refused before anything is written',
  async () => {
    const { exitCode, stderr } = await tasktax(
      ...['compare', '--runtimes', 'python-threads', '--tasks', '100000', '--out', out],
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^error: nothing of suite "one-million" is left to run: python-threads can have at most \d+ tasks/,
    );
    expect(existsSync(out)).toBe(false);
  },
);

test('a tool of the PATH that does not work makes its runtime missing, with what it said', async () => {
  const tools = mkdtempSync(join(tmpdir(), 'tasktax-'));
  const broken = '#!/bin/sh\necho "out of order" >&2\nexit 1\n';
  for (const tool of ['go', 'python3', 'rustc', 'cargo', 'elixir']) {
    writeFileSync(join(tools, tool), broken, { mode: 0o755 });
  }
  const { exitCode, stdout } = await tasktaxWhere(
    { env: { PATH: `${tools}:${process.env.PATH}` } },
    'runtimes',
  );
  expect(exitCode).toBe(0);
  for (const id of ['go', 'python-asyncio', 'rust-tokio']) {
    expect(stdout).toMatch(new RegExp(`^ +${id} +skipped: .*: out of order \\(to get it: `, 'm'));
  }
  expect(stdout).toMatch(/^ +elixir +skipped: /m);
  expect(stdout).toMatch(/^ +node +\d/m);
});

test('runtimes: found or not, each has a line', async () => {
  const { exitCode, stdout } = await tasktax('runtimes');
  expect(exitCode).toBe(0);
  for (const id of runtimes.keys()) expect(stdout).toMatch(new RegExp(`^ +${id} `, 'm'));
});

test('without Go and Python on the PATH, they are skipped with a reason and what to install', async () => {
  const { exitCode, stdout } = await tasktaxWhere(
    { extendEnv: false, env: { HOME: out, PATH: '/nowhere' } },
    ...['compare', '--dry-run'],
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain('skipped: no "go" on the PATH (to get it: apt install golang-go)');
  expect(stdout).toContain('skipped: no "python3" on the PATH');
});
