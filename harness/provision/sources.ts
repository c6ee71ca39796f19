import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files that are not sources: hidden files, tests, documents, and the output of manual builds. */
const NO_SOURCE = [
  /(^|\/)\./,
  /\.(test\.ts|md)$/,
  /(^|\/)(target|node_modules|__pycache__)\//,
  /\.(pyc|class|beam)$/,
  /(^|\/)[^./]+$/, // an executable, which has no extension
];

/** The names and contents of all source files below a folder, sorted by name: the inputs of a build. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !NO_SOURCE.some((pattern) => pattern.test(file)))
    .sort()
    .map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`);
}
