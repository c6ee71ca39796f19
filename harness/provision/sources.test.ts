import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sourcesIn } from './sources.ts';

function folderOf(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tasktax-'));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'text');
  }
  return folder;
}

test('sources have their names and contents, in order', () => {
  expect(sourcesIn(folderOf(['tokio/src/main.rs', 'Cargo.toml', 'targets.rs']))).toEqual([
    'Cargo.toml\ntext',
    'targets.rs\ntext',
    'tokio/src/main.rs\ntext',
  ]);
});

test('what builds by hand leave, hidden files, tests and documents are none', () => {
  const others = [
    'target/release/tasks',
    'tokio/target/debug/tasks',
    'node_modules/a/index.js',
    '__pycache__/tasks.cpython-311.pyc',
    'go/workloads',
    'Tasks.class',
    'tasks.beam',
    '.vscode/settings.json',
    'src/.tasks.swp',
    'plan.test.ts',
    'README.md',
  ];
  expect(sourcesIn(folderOf(['tasks.py', ...others]))).toEqual(['tasks.py\ntext']);
});
