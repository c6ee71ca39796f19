import { execa } from 'execa';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';

const HEADINGS = [
  'Settings of this machine',
  'Instruments',
  'Sampler',
  'Error on programs of known memory and time',
  'Agreement with a second instrument',
];

test('the doctor looks at everything, and its exit code is what it found', async () => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, ['harness/cli.ts', 'doctor'], {
    cwd: repositoryRoot,
    stdin: 'ignore',
    reject: false,
  });
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
