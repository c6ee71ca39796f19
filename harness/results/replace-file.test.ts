import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from './replace-file.ts';

test('links in the place of the file and of its draft are replaced, not followed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-'));
  const [mine, path] = [join(folder, 'mine'), join(folder, 'page')];
  writeFileSync(mine, 'mine');
  symlinkSync(mine, path);
  symlinkSync(mine, `${path}.draft`);
  replaceFile(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readFileSync(mine, 'utf8')).toBe('mine');
  expect(readdirSync(folder).sort()).toEqual(['mine', 'page']);
});
