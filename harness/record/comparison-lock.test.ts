import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../model/usage-error.ts';
import { withMachineLocked } from './comparison-lock.ts';

test('a lock that cannot be taken is a line that says what to do, and what was locked before is free again', async () => {
  const workPath = mkdtempSync(join(tmpdir(), 'tasktax-lock-'));
  mkdirSync(join(workPath, 'comparison.lock'));
  const folder = { path: workPath, workPath, holds: undefined };
  const attempt = withMachineLocked([folder], async () => 'done');
  await expect(attempt).rejects.toThrow(UsageError);
  await expect(attempt).rejects.toThrow(/^cannot lock .*comparison\.lock \(.*\): make it writable/);
  expect(await withMachineLocked([], async () => 'done')).toBe('done');
});

test('another is told what is under way, and who does it', async () => {
  await withMachineLocked(
    [],
    async () => {
      await expect(withMachineLocked([], async () => 'done')).rejects.toThrow(
        `the test is running (pid ${process.pid}), and two at once would disturb each other`,
      );
    },
    'the test',
  );
});
