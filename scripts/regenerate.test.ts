import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../harness/provision/places.ts';

test('a suite that is none is one line, and no temporary folder is left', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'tasktax-'));
  const { exitCode, stderr } = await execa(process.execPath, ['scripts/regenerate.ts', 'one'], {
    cwd: repositoryRoot,
    reject: false,
    stdin: 'ignore',
    env: { TMPDIR: temporary },
  });
  expect(stderr).toMatch(/^error: unknown suite "one": .*$/);
  expect(exitCode).toBe(2);
  expect(readdirSync(temporary).filter((name) => name.startsWith('zx-'))).toEqual([]);
});
