import { resolve } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { shortPath } from '../results/results-path.ts';
import { checkResults } from '../verify/check-results/check-results.ts';
import { ExitCode } from './exit-code.ts';

/** Says of each results folder whether it can be accepted, and what is wrong with it in a line each. */
export function checkResultsFolders(
  folders: readonly string[],
  { workloads }: Catalogue,
): ExitCode {
  const faults = folders.flatMap((folder) => {
    const ofFolder = checkResults(resolve(folder), workloads);
    const lines = ofFolder.length === 0 ? ['ok'] : ofFolder;
    for (const line of lines) console.log(`${shortPath(resolve(folder))}: ${line}`);
    return ofFolder;
  });
  return faults.length === 0 ? ExitCode.ok : ExitCode.notAccepted;
}
