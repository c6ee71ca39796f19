import { mkdirSync, rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { fallbackFoldersFor } from './fallback-folder.ts';

test('a comparison that is rescued again goes to a folder of its own', () => {
  const id = `test-${process.pid}`;
  const [first] = fallbackFoldersFor(id);
  if (first === undefined) throw new Error('there is a refuge');
  expect(first.path).toMatch(new RegExp(`${id}$`));
  mkdirSync(first.path, { recursive: true });
  onTestFinished(() => rmSync(first.path, { recursive: true }));
  expect(fallbackFoldersFor(id)[0]?.path).toBe(`${first.path}-2`);
});
