import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { bundlePageScript } from './bundle-page-script.ts';
import { bundledScript } from './page-script.ts';

function moduleWith(source: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'entry.ts');
  writeFileSync(path, source);
  return path;
}

test('one classic script, the same every time', async () => {
  const script = await bundledScript('page');
  // Compiling it fails for import, export and anything else that only a module may contain.
  expect(() => new Script(script)).not.toThrow();
  expect(script).toContain('#report-data');
  expect(await bundledScript('page')).toBe(script);
});

test.each([
  ["import { readFileSync } from 'node:fs';\nconsole.log(readFileSync('x'));"],
  ["import { missing } from './missing.ts';\nconsole.log(missing);"],
  ['const half = ;'],
])('a module that cannot run in a browser is an error: %s', async (source) => {
  await expect(bundlePageScript(moduleWith(source))).rejects.toThrow();
});
