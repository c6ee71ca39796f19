import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'tasktax-readme-'));

/** Lines of README.md that are commands, without their comments. */
const commands = readme
  .split('\n')
  .filter((line) => /^ {4}np[mx] /.test(line))
  .map((line) => line.trim().replace(/\s+#.*/, ''));

const SMALL = ['--runtimes', 'node', '--tasks', '1,2', '--repeats', '1', '--sleep', '0.05'];
const PLAN = ['--dry-run'];

/** What each command is run with here, so that it is small and writes elsewhere; the command itself is README's. */
const MADE_SMALL: Readonly<Record<string, readonly string[] | 'not here'>> = {
  'npm ci': 'not here', // it is how these tests came to run
  'npm run compare -- quick': [...SMALL, '--out', join(out, 'quick')],
  'npm run compare': ['--', ...SMALL, '--out', join(out, 'one-million')],
  'npm run measure -- --tasks 1,1000,10000,100000 -- ./mine {tasks}': [],
  'npm run compare -- --runtimes node@22,node@24,bun@1.2': PLAN,
  'npm run compare -- asyncio-cost': PLAN,
  'npm run compare -- one-million-timers': [...SMALL, '--out', join(out, 'timers')],
  'npm run compare -- one-million-lateness': PLAN,
  'npm run compare -- cold-and-warm': PLAN,
  'npm run compare -- --watch': [...SMALL, '--out', join(out, 'watched')],
  'npm run compare -- --dry-run': [],
  'npm run compare -- --help': [],
  'npm run diff -- results/one-million results/local/mine': [],
  'npm run runtimes': [],
  'npm run doctor': [],
};

/** Stand-ins for what README's reader has. */
const YOURS: readonly (readonly [string, string])[] = [
  ['./mine', '/bin/true'],
  ['results/local/mine', 'results/one-million'],
];

test('there are commands, and each is known here', () => {
  expect(commands.length).toBeGreaterThan(5);
  expect(Object.keys(MADE_SMALL)).toEqual(commands);
});

test.each(commands.filter((command) => MADE_SMALL[command] !== 'not here'))(
  '%s',
  async (command) => {
    const yours = YOURS.reduce((text, [theirs, ours]) => text.replace(theirs, ours), command);
    const [npm = '', ...words] = [...yours.split(' '), ...(MADE_SMALL[command] ?? [])];
    const { exitCode, stdout, stderr } = await execa(npm, words, {
      cwd: repositoryRoot,
      reject: false,
      stdin: 'ignore',
    });
    expect(stderr).not.toContain('error:');
    // What doctor finds is the machine's matter.
    expect(command.endsWith('doctor') ? [0, 1] : [0]).toContain(exitCode);
    expect(stdout.trim()).not.toBe('');
  },
);

test('every measured number stands between markers', () => {
  const written = readme.replaceAll(/<!-- results:\S+ -->[\s\S]*?<!-- \/results -->/g, '');
  const prose = written.replaceAll(/^ {4}.*$|\]\([^)]*\)|`[^`]*`/gm, '');
  expect(prose.match(/\d[\d.,]*\s*(?:[kMG]i?B|B|%|ms|s|times|×)(?!\w)/g) ?? []).toEqual([]);
});

test('it is one page', () => {
  expect(readme.split('\n').length).toBeLessThan(150);
});
