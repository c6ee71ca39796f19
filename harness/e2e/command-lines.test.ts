import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { program, runCommandLine } from '../cli/all-commands.ts';
import type { CompareOptions } from '../cli/compare.ts';
import { planCommands } from '../compare/plan-command.ts';
import { repositoryRoot } from '../provision/places.ts';
import { commandLines } from './fixtures/command-lines.ts';
import { CLI } from './fixtures/tasktax.ts';

// What would measure for minutes is planned and not run; the rest is real.
vi.mock('../cli/compare.ts', async (load) => {
  const { compare } = await load<typeof import('../cli/compare.ts')>();
  type Rest = [string[], CompareOptions, Parameters<typeof compare>[2]];
  return {
    compare: (...[suites, options, catalogue]: Rest) =>
      compare(suites, { ...options, dryRun: true }, catalogue),
  };
});
vi.mock('../cli/measure.ts', () => ({
  measure: (...request: Parameters<typeof planCommands>) => planCommands(...request).then(() => 0),
}));
vi.mock('../cli/report.ts', async (load) => {
  const { report } = await load<typeof import('../cli/report.ts')>();
  return {
    report: (...[folders, catalogue]: Parameters<typeof report>) =>
      folders.length === 0 ? 0 : report(folders, catalogue),
  };
});
vi.mock('../cli/doctor.ts', () => ({ doctor: () => 0 }));
vi.mock('../cli/bench.ts', () => ({ bench: () => 0 }));
vi.mock('../cli/verify.ts', () => ({ verify: () => 0 }));
// Says with exit code 1 what is wrong with a folder: an answer, and not a refused command line.
vi.mock('../cli/check-results.ts', () => ({ checkResultsFolders: () => 0 }));
vi.mock('../cli/site.ts', () => ({ site: () => 0 }));
vi.mock('../cli/init.ts', () => ({ init: () => 0 }));

const started = process.cwd();
let folder: string;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tasktax-command-lines-'));
  process.chdir(folder);
  told = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      if (stream === process.stderr) told.push(String(text));
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    });
  }
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((line) => {
    told.push(`${line}\n`);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.chdir(started);
});

/** Either the command line makes sense, or one line says why it does not; no file is written in either case. */
function expectAnswer(exitCode: unknown, stderr: string): void {
  expect([0, 2]).toContain(exitCode);
  if (exitCode === 2 && !stderr.startsWith('Usage:')) {
    expect(stderr).toMatch(/^(note: .*\n)*error: .+\n$/);
    expect(stderr).not.toMatch(/[^\P{Cc}\n]/u);
  }
  expect(readdirSync(folder)).toEqual([]);
}

const filesInResults = () =>
  readdirSync(join(repositoryRoot, 'results'), { recursive: true }).sort();

test('300 command lines: each makes sense or is refused in one line', async () => {
  const before = filesInResults();
  await fc.assert(
    fc.asyncProperty(commandLines(program), async (words) => {
      told = [];
      const exitCode = await runCommandLine(words);
      expectAnswer(exitCode, told.join(''));
    }),
    { numRuns: 300 },
  );
  expect(filesInResults()).toEqual(before);
});

/** What keeps a command from measuring, or from writing into the checkout, for an hour. */
const HARMLESS = new Map([
  ['compare', '--dry-run'],
  ...['measure', 'report', 'doctor', 'bench', 'verify', 'check', 'init', 'site'].map(
    (name) => [name, '--refused'] as const,
  ),
]);

test('30 as users meet them', async () => {
  const lines = commandLines(program).map(([name = '', ...rest]) => {
    const harmless = HARMLESS.get(name);
    return [name, ...(harmless === undefined ? [] : [harmless]), ...rest];
  });
  await fc.assert(
    fc.asyncProperty(lines, async (words) => {
      const { exitCode, stderr } = await execa(process.execPath, [CLI, ...words], {
        cwd: folder,
        reject: false,
        stripFinalNewline: false,
        timeout: 60_000, // a hang has no exit code
      });
      expectAnswer(exitCode, stderr);
    }),
    { numRuns: 30 },
  );
});

const SHORT = ['compare', 'smoke', '--runtimes', 'node', '--dry-run'];

test.each([
  [['compar'], 'Did you mean compare?'],
  [['compare', 'smok'], 'unknown suite "smok": did you mean "smoke"?'],
  [['compare', '--runtimes', 'nod'], 'unknown runtime "nod": did you mean "node"?'],
  [['compare', '--runtimes', 'node@nope'], '"node@nope"'],
  [['compare', '--runtimes'], "'--runtimes <a,b>' argument missing"],
  [['compare', '--tasks', '1e3'], "'1e3' is invalid"],
  [[...SHORT, '--repeats', '100000000'], 'choose fewer --repeats'],
  [[...SHORT, '--out', ''], 'Name a folder'],
  [['measure'], "missing required argument 'command'"],
  [['measure', './nowhere'], 'no command "./nowhere"'],
  [['measure', '--memory-limit', '2G', 'true'], 'Write a size with its unit'],
  [['measure', '--tasks', '1,2', 'true'], '--tasks needs a {tasks}'],
  [['diff', 'nowhere'], 'diff takes two folders'],
  [['diff', 'nowhere', 'nowhere'], 'nowhere'],
  [['report', 'nowhere'], 'nowhere: is not there'],
])('%j: one line says what is wrong', async (words, message) => {
  const exitCode = await runCommandLine(words);
  expectAnswer(exitCode, told.join(''));
  expect(told.join('')).toContain(message);
  expect(exitCode).toBe(2);
});
