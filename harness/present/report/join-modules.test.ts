import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { joinModules } from './join-modules.ts';

function modules(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, 'entry.ts'));
}

test('modules run as they would by themselves, each once, whatever their names', () => {
  const entry = modules({
    'entry.ts': `import { left, type Side } from './left.ts';\nimport { right } from './right.ts';\nconst secret: Side = 'entry';\nsaid.push(left(), right(), secret);\n`,
    'left.ts': `import { count } from './shared.ts';\nexport type Side = string;\nconst secret = 'left';\nexport function left(): Side {\n  return secret + count();\n}\n`,
    'right.ts': `import {\n  count,\n} from './shared.ts';\nconst secret = 'right';\nexport const right = (): string => secret + count();\n`,
    'shared.ts': `let counted = 0;\nexport function count(): number {\n  counted += 1;\n  return counted;\n}\n`,
  });
  const said: unknown[] = [];
  runInNewContext(joinModules(entry), { said });
  expect(said).toEqual(['left1', 'right2', 'entry']);
});

test.each([
  ["import fs from 'node:fs';"],
  ["import { join } from 'node:path';"],
  ["export * from './other.ts';"],
  ['export default 1;'],
  ['export { a };'],
  ['export let a = 1;'],
])('what it does not know is an error, not a broken page: %s', (line) => {
  expect(() => joinModules(modules({ 'entry.ts': `${line}\n` }))).toThrow('cannot be joined');
});
