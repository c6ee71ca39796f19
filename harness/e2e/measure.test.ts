import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from 'simple-statistics';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PageData } from '../present/report/page/page-data.ts';
import { onPath } from '../provision/on-path.ts';
import { workloadsPath } from '../provision/places.ts';
import { readResults } from '../results/read-results.ts';
import { buildFixture } from '../verify/known-memory/known-memory.ts';
import { runsIn } from './fixtures/comparison-files.ts';
import { tasktax, tasktaxWhere } from './fixtures/tasktax.ts';

const MIB = 2 ** 20;
const fixture = await buildFixture();
if (fixture === undefined) console.warn('SKIPPED: no C compiler, so no fixture; apt install gcc');
const python = await onPath('python3');
if (python === undefined) console.warn('SKIPPED: no python3');

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'out');
});

async function measure(...words: string[]) {
  const result = await tasktax('measure', '--out', out, ...words);
  return { ...result, runs: () => runsIn(out) };
}

async function peaks(...words: string[]) {
  const { runs } = await measure(...words);
  return runs().map((run) => {
    expect(run.status).toBe('ok');
    return run.peak_rss_bytes ?? 0;
  });
}

describe.skipIf(fixture === undefined)('a program that knows no contract', () => {
  test.each(['0.05', '1'])('300 MiB that live for %s s are seen, 10 of 10', async (seconds) => {
    const [base = 0] = await peaks(
      '--repeats',
      '1',
      '--',
      fixture ?? '',
      'hold',
      '1',
      'mib=0',
      'seconds=0.1',
    );
    const all = await peaks(
      '--repeats',
      '10',
      '--',
      fixture ?? '',
      'hold',
      '1',
      'mib=300',
      `seconds=${seconds}`,
    );
    expect(all).toHaveLength(10);
    for (const peak of all) expect(Math.abs((peak - base) / (300 * MIB) - 1)).toBeLessThan(0.01);
  });

  test('exit code and last words of one that fails are kept', async () => {
    const failing = ['sh', '-c', 'echo no luck >&2; exit 7'];
    const { exitCode, runs, stdout } = await measure('--repeats', '1', '--', ...failing);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 of 1 failed');
    expect(runs()).toMatchObject([
      { status: 'crashed', exit_code: 7, status_detail: expect.stringContaining('no luck') },
    ]);
  });

  test('the signal of one that dies is kept', async () => {
    const { runs } = await measure('--repeats', '1', '--', 'sh', '-c', 'kill -SEGV $$');
    expect(runs()).toMatchObject([{ status: 'crashed', signal: 'SIGSEGV', exit_code: null }]);
  });

  test('a child of the command counts', async () => {
    const script = `"${fixture}" hold 1 mib=100 seconds=0.3; true`;
    const [peak = 0] = await peaks('--repeats', '1', '--', 'sh', '-c', script);
    expect(peak).toBeGreaterThan(100 * MIB);
  });

  test('output of any kind and length is let go by', async () => {
    const script = 'head -c 5000000 /dev/zero; yes | head -100000; echo checkpoint';
    const { exitCode } = await measure('--repeats', '1', '--', 'sh', '-c', script);
    expect(exitCode).toBe(0);
  });

  test('{tasks} takes each size, and four sizes give the cost of one more', async () => {
    const { exitCode, runs, stdout } = await measure(
      ...['--tasks', '10,20,40,80', '--repeats', '1', '--'],
      ...[fixture ?? '', 'hold', '1', 'mib={tasks}', 'seconds=0.2'],
    );
    expect(exitCode).toBe(0);
    expect(
      runs()
        .map((run) => run.tasks)
        .sort((a, b) => a - b),
    ).toEqual([10, 20, 40, 80]);
    expect(stdout).toContain('per task');
    const [cost] = readResults(out).costs;
    expect(Math.abs((cost?.bytes_per_task ?? 0) / MIB - 1)).toBeLessThan(0.02);
  });
});

describe.skipIf(python === undefined)('a page of Python', () => {
  test.each(['0.05', '1'])('300 MiB that live for %s s are seen, 10 of 10', async (seconds) => {
    const touch = (mib: number) =>
      `import time; block = b"x" * (${mib} << 20); time.sleep(${seconds})`;
    const [base = 0] = await peaks('--repeats', '1', '--', 'python3', '-c', touch(0));
    for (const peak of await peaks('--repeats', '10', '--', 'python3', '-c', touch(300))) {
      expect(Math.abs((peak - base) / (300 * MIB) - 1)).toBeLessThan(0.01);
    }
  });
});

test('a program that speaks the contract is noticed and measured exactly', async () => {
  const program = [
    process.execPath,
    workloadsPath('js/tasks.mjs'),
    'sleep',
    '{tasks}',
    'seconds=0.2',
  ];
  const { exitCode, runs } = await measure('--tasks', '100', '--repeats', '1', '--', ...program);
  expect(exitCode).toBe(0);
  expect(runs()).toMatchObject([
    { peak_source: 'vmhwm', live_peak: 100, started: 100, tasks: 100 },
  ]);
  expect(runs()[0]?.parked_rss_bytes).toBeGreaterThan(0);
});

/** A folder as npm puts them in front of the PATH of a script: with its own `node`, which is not the user's. */
function underNpm(): NodeJS.ProcessEnv {
  const folders = ['node_modules/.bin', 'node-gyp-bin', 'bin'].map((name) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tasktax-path-')), name);
    mkdirSync(folder, { recursive: true });
    return folder;
  });
  const [ofNpm = '', , own = ''] = folders;
  for (const [folder, says] of [
    [ofNpm, "npm's"],
    [own, "the user's"],
  ] as const) {
    writeFileSync(join(folder, 'runner'), `#!/bin/sh\necho "this is ${says}" >&2; exit 7\n`);
    chmodSync(join(folder, 'runner'), 0o755);
  }
  return { PATH: [...folders, '/usr/bin', '/bin'].join(':') };
}

test.each([
  ['a command', ['runner']],
  ['what it starts', ['sh', '-c', 'runner']],
])("%s is the caller's own, not one of npm's folders, and its path is told", async (_, command) => {
  const env = underNpm();
  const words = ['measure', '--out', out, '--repeats', '1', '--', ...command];
  const { stdout } = await tasktaxWhere({ env }, ...words);
  expect(stdout).toMatch(command.length === 1 ? /\(\/tmp\/.*\/bin\/runner\)/ : /\(\/.*\)/);
  const [run] = runsIn(out);
  expect(run?.status_detail).toContain("this is the user's");
});

test('Ctrl-C says how to go on, counts no failure, and what it says goes on', async () => {
  const started = tasktax('measure', '--repeats', '2', '--out', out, '--', 'sleep', '1.5');
  started.stderr.on('data', (text) => {
    if (String(text).includes('[1/2]')) started.kill('SIGINT');
  });
  const stopped = await started;
  expect(stopped.exitCode).toBe(130);
  expect(stopped.stdout).toContain('stopped: 1 of 2 runs are made');
  expect(stopped.stdout).not.toContain('failed');
  const [, command = ''] = /to continue: npm run (measure -- .*)$/m.exec(stopped.stdout) ?? [];
  expect(command).toBe(`measure -- --repeats 2 --resume --out ${out} -- sleep 1.5`);
  const words = command.replace(' --', '').split(' ');
  const resumed = await tasktax(...words);
  expect(resumed.exitCode).toBe(0);
  expect(resumed.stdout).toContain('resumed after 1 run');
  const other = await tasktax(...words.slice(0, -1), '1.6');
  expect(other.exitCode).toBe(2);
  expect(other.stderr).toContain('cannot resume: the runtimes changed');
});

test.each([
  [['--', 'no-such-command-anywhere'], 'no command "no-such-command-anywhere"'],
  [['--tasks', '5', '--', 'true'], '--tasks needs a {tasks} in the command'],
  [[], "missing required argument 'command'"],
])('wrong input %j is one line and exit code 2', async (words, message) => {
  const { exitCode, stderr } = await measure(...words);
  expect(stderr).toContain(message);
  expect(stderr.split('\n')).toHaveLength(1);
  expect(exitCode).toBe(2);
});

test('of named commands, the report has the ratio of each to the other, as it follows from the runs', async () => {
  const program = fileURLToPath(new URL('./fixtures/weighted-tasks.mjs', import.meta.url));
  const commandOf = (bytes: number) => `${process.execPath} ${program} {tasks} ${bytes}`;
  const named = ['--name', `base=${commandOf(5_000)}`, '--name', `mine=${commandOf(20_000)}`];
  const { exitCode, stdout, runs } = await measure(
    ...[...named, '--tasks', '1,10000', '--repeats', '4'],
  );
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^command: base needs 0\.\d+ \(0\.\d+–0\.\d+\) times the peak memory of mine at 10,000 tasks/m,
  );
  const peaksOf = (name: string) =>
    runs()
      .filter(({ runtime_id, tasks }) => runtime_id.startsWith(`${name}@`) && tasks === 10_000)
      .map(({ peak_rss_bytes }) => peak_rss_bytes ?? 0);
  const expected = median(peaksOf('mine')) / median(peaksOf('base'));
  expect(expected).toBeGreaterThan(1.5);
  const page = readFileSync(join(out, 'report.html'), 'utf8');
  const [, data = ''] = /id="report-data">(.*?)<\/script>/s.exec(page) ?? [];
  const { rankings }: PageData = JSON.parse(data);
  const { ratios = {}, ranks = [] } = rankings[0] ?? {};
  expect(ranks.map(({ runtimeId, best, worst }) => [runtimeId.split('@')[0], best, worst])).toEqual(
    [
      ['base', 1, 1],
      ['mine', 2, 2],
    ],
  );
  const [base = '', mine = ''] = ranks.map(({ runtimeId }) => runtimeId);
  expect(ratios[base]?.[mine]?.value).toBeCloseTo(expected, 9);
  expect(ratios[mine]?.[base]?.value).toBeCloseTo(1 / expected, 9);
  expect(ratios[base]?.[mine]?.differs).toBe(true);
});
