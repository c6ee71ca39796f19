import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handMemoryDown } from './hand-memory-down.ts';

/** A folder that looks like a group of version 2. */
function group(controllers: string, handedDown: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-group-'));
  writeFileSync(join(folder, 'cgroup.controllers'), controllers);
  writeFileSync(join(folder, 'cgroup.subtree_control'), handedDown);
  return folder;
}

const controlOf = (folder: string) => readFileSync(join(folder, 'cgroup.subtree_control'), 'utf8');

test('a group that hands memory down already is left as it is', () => {
  const folder = group('cpu io memory pids\n', 'memory pids\n');
  expect(handMemoryDown(folder)).toBeUndefined();
  expect(controlOf(folder)).toBe('memory pids\n');
});

test('a group that has the controller is told to hand it down', () => {
  const folder = group('cpu memory\n', 'cpu\n');
  expect(handMemoryDown(folder)).toBeUndefined();
  expect(controlOf(folder)).toBe('+memory');
});

test.each(['hugetlb\n', ''])('with the controllers %j it cannot be done', (controllers) => {
  const folder = group(controllers, '');
  expect(handMemoryDown(folder)?.missing).toContain('memory is not among the controllers');
  expect(controlOf(folder)).toBe('');
});
