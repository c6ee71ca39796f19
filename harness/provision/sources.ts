import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What is none: hidden files, tests and documents, and what builds by hand leave in the checkout. */
const NO_SOURCE = [
  /(^|\/)\./,
  /\.(test\.ts|md)$/,
  /(^|\/)(target|node_modules|__pycache__)\//,
  /\.(pyc|class|beam)$/,
  /(^|\/)[^./]+$/, // without an extension: a program
];

/** Names and contents of the source files under a folder, in the order of their names: what a build is made of. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !NO_SOURCE.some((pattern) => pattern.test(file)))
    .sort()
    .map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`);
}
