import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Suite } from '../../model/suite.ts';
import { DESCRIPTOR } from '../../results/read-descriptor.ts';
import { type Results, readResults } from '../../results/read-results.ts';

/**
 * The results that the documents are made of: those of every suite that is published and has been measured.
 *
 * @param root the folder with a folder for each suite.
 */
export function publishedResults(
  root: string,
  suites: ReadonlyMap<string, Suite>,
): readonly Results[] {
  return [...suites.values()]
    .filter(({ publishes }) => publishes !== false)
    .map(({ id }) => join(root, id))
    .filter((folder) => existsSync(join(folder, DESCRIPTOR)))
    .map(readResults);
}
