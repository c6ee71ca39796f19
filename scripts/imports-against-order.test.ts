import { expect, test } from 'vitest';
import { importsAgainstOrder } from './imports-against-order.ts';

const ORDER = ['model', 'run', 'cli'];

function wrongIn(file: string, source: string) {
  return importsAgainstOrder(new Map([[file, source]]), ORDER).map(({ imported }) => imported);
}

test('imports of the same stage, of earlier ones and of packages are right', () => {
  const source =
    "import 'zx';\nimport { a } from './b.ts';\nimport type { C } from '../model/c.ts';";
  expect(wrongIn('harness/run/a.ts', source)).toEqual([]);
});

test.each([
  ["import { a } from '../cli/a.ts';", 'harness/cli/a.ts'],
  ["import type { A } from '../cli/a.ts';", 'harness/cli/a.ts'],
  ["import {\n  a,\n} from '../../harness/cli/a.ts';", 'harness/cli/a.ts'],
  ["export { a } from '../cli/a.ts';", 'harness/cli/a.ts'],
  ["import '../cli/a.ts';", 'harness/cli/a.ts'],
  ["const { a } = await import('../cli/a.ts');", 'harness/cli/a.ts'],
  ["import { a } from '../e2e/fixtures/a.ts';", 'harness/e2e/fixtures/a.ts'],
  ["import { a } from '../../scripts/a.ts';", 'scripts/a.ts'],
])('%s goes against the order', (source, imported) => {
  expect(wrongIn('harness/run/a.ts', source)).toEqual([imported]);
});

test('a folder below a stage belongs to it, and tests may import anything', () => {
  const source = "import { a } from '../../cli/a.ts';";
  expect(wrongIn('harness/run/observe/a.ts', source)).toEqual(['harness/cli/a.ts']);
  expect(wrongIn('harness/run/observe/a.test.ts', source)).toEqual([]);
});
