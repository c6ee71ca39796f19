import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STAGES } from './stages.ts';

test('the map shows every stage, in order', () => {
  const map = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const rows = STAGES.map(
    ({ name, holds }) => `| \`${name}${name.endsWith('.ts') ? '' : '/'}\` | ${holds} |`,
  );
  expect(map).toContain(['| stage | holds |', '| --- | --- |', ...rows].join('\n'));
});

test('every folder is a stage, but for the tests of the whole program, here and in emulated machines', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const stages = STAGES.map(({ name }) => name).filter((name) => !name.endsWith('.ts'));
  expect(folders.sort()).toEqual([...stages, 'e2e', 'vm'].sort());
});
