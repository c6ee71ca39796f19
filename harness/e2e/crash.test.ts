import { expect, test } from 'vitest';
import { tasktaxWhere } from './fixtures/tasktax.ts';

const imported = (code: string) => ({
  env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` },
});

test.each([
  ['while it starts', 'JSON.parse = () => { throw new TypeError("planted"); };'],
  ['in a callback', 'setInterval(() => { throw new TypeError("planted"); }, 1_000);'],
  ['in a promise', 'setInterval(() => Promise.reject(new TypeError("planted")), 1_000);'],
])('a mistake of ours %s has a stack trace and an exit code of its own', async (_, code) => {
  const words = ['measure', '--repeats', '1', '--', 'sleep', '5'];
  const { exitCode, stderr } = await tasktaxWhere(imported(code), ...words);
  expect(exitCode).toBe(70);
  expect(stderr).toContain('TypeError: planted');
  expect(stderr).toContain('    at ');
  expect(stderr).toMatch(/error: this is a mistake of tasktax: report it with the lines above$/);
});
