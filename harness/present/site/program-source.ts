import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Runtime } from '../../model/runtime.ts';
import { repositoryRoot, workloadsPath } from '../../provision/places.ts';
import type { ProgramFile } from './runtime-pages.ts';

/** The folder of the programs of a family, for runtimes that have none of their own name. */
const FOLDERS: Readonly<Record<string, string>> = {
  javascript: 'js',
  python: 'python',
  rust: 'rust',
  go: 'go',
  jvm: 'java',
};

const SOURCE = /\.(mjs|py|rs|go|java|erl|ex)$/;

/** The sources of a declared runtime's program, with what it shares with others of its language. */
export function programSource({ id, family }: Runtime): readonly ProgramFile[] {
  const own = workloadsPath(id);
  const folder = existsSync(own) ? own : workloadsPath(FOLDERS[family ?? ''] ?? id);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => SOURCE.test(file) && !file.includes('target'))
    .sort()
    .map((file) => ({
      path: relative(repositoryRoot, join(folder, file)),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}
