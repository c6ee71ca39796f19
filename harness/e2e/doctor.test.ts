import { chmodSync, chownSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { onPath } from '../provision/on-path.ts';
import { CLI, tasktax } from './fixtures/tasktax.ts';

const HEADINGS = [
  'Settings of this machine',
  'Instruments',
  'Sampler',
  'Error on programs of known memory and time',
  'Agreement with a second instrument',
];

test('the doctor looks at everything, and its exit code is what it found', async () => {
  const { exitCode, stdout, stderr } = await tasktax('doctor');
  expect(stderr).toBe('');
  const lines = stdout.split('\n');
  expect(lines.filter((line) => HEADINGS.includes(line))).toEqual(HEADINGS);

  const verdicts = lines.flatMap(
    (line) => line.match(/^ {2}(ok|warn|fail|unavailable|unknown) +\S/)?.[1] ?? [],
  );
  const fails = lines.filter((line) => line.startsWith('  fail '));
  if (fails.length > 0) console.warn(`the doctor found:\n${fails.join('\n')}`);
  expect(exitCode).toBe(fails.length === 0 ? 0 : 1);
  expect(lines.at(-1)).toContain(`${verdicts.length} checks: `);
  expect(verdicts.length).toBeGreaterThan(HEADINGS.length * 2);
});

const NOBODY = 65_534;

/** A folder with these tools of the PATH and no others, which anybody may read. */
async function folderOfTools(names: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-tools-'));
  chmodSync(folder, 0o755);
  for (const name of names) {
    const path = await onPath(name);
    if (path !== undefined) symlinkSync(path, join(folder, name));
  }
  return folder;
}

test('an ordinary user without a compiler is told what is weaker, and how to mend it', async () => {
  const setpriv = process.getuid?.() === 0 ? await onPath('setpriv') : undefined;
  const cache = mkdtempSync(join(tmpdir(), 'tasktax-cache-'));
  if (setpriv !== undefined) chownSync(cache, NOBODY, NOBODY);
  const asNobody = ['--reuid', '--regid'].map((option) => `${option}=${NOBODY}`);
  const [file = '', ...words] = [
    ...(setpriv === undefined ? [] : [setpriv, ...asNobody, '--clear-groups']),
    ...[process.execPath, CLI, 'doctor'],
  ];
  const { exitCode, stdout, stderr } = await execa(file, words, {
    cwd: '/',
    env: {
      PATH: await folderOfTools(['sh', 'ps', 'cat']),
      XDG_CACHE_HOME: cache,
    },
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
  });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/ok +kernel counters .*measures runs/);
  expect(stdout).toMatch(
    /unavailable +launcher .*no C compiler "cc" on the PATH\n.*apt install gcc/,
  );
  expect(stdout).toMatch(/unavailable +cgroup .*peaks of several processes are lower bounds/);
  expect(exitCode).toBe(0);
});
