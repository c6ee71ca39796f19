import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { grainsOn } from '../../analyse/grain-of.ts';
import { type PooledRuns, poolMachines } from '../../analyse/pool-machines.ts';
import type { Suite } from '../../model/suite.ts';
import { DESCRIPTOR } from '../../results/read-descriptor.ts';
import { type Results, readResults } from '../../results/read-results.ts';

/** Runs by which claims are judged, with the steps of their metrics. */
export type PublishedRuns = Pick<PooledRuns, 'runs' | 'grainOf'>;

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

/** The runs by which claims are judged, wherever they are shown: those of machines that agree are pooled. */
export function publishedRuns(results: readonly Results[]): PublishedRuns {
  return {
    runs: results.flatMap(({ runs, machines }) => poolMachines(runs, machines).runs),
    grainOf: grainsOn(results.flatMap(({ machines }) => machines)),
  };
}
