import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { groupBy } from '../analyse/group-by.ts';
import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { sideBySide } from '../present/side-by-side/side-by-side.ts';
import { ownCommand } from '../provision/own-command.ts';
import { resultsRoot } from '../provision/places.ts';
import { readMeasurements } from '../results/read-results.ts';
import { openSource } from '../results/results-source.ts';
import { ExitCode } from './exit-code.ts';
import { writeReports } from './write-reports.ts';

/**
 * Writes the report of each results folder into it: charts, report.md and report.html. Folders of one suite are also shown
 * side by side.
 */
export async function report(folders: readonly string[], catalogue: Catalogue): Promise<ExitCode> {
  const chosen =
    folders.length === 0 ? committedFolders(catalogue.suites) : folders.map((one) => resolve(one));
  await writeReports(chosen, catalogue);
  for (const ofSuite of groupBy(chosen.map(openSource), ({ facts }) => facts.suite)) {
    if (ofSuite.length === 1) continue;
    const measured = ofSuite.map(({ path }) => readMeasurements(path));
    console.log(`\n${sideBySide(measured, catalogue.workloads)}`);
  }
  return ExitCode.ok;
}

/** The suites' own folders. */
function committedFolders(suites: Catalogue['suites']): readonly string[] {
  const names = existsSync(resultsRoot) ? readdirSync(resultsRoot) : [];
  const folders = names
    .filter((name) => suites.has(name) && existsSync(join(resultsRoot, name, 'runs.csv')))
    .map((name) => join(resultsRoot, name));
  if (folders.length === 0)
    throw new UsageError(`there are no results yet: ${ownCommand('compare')}`);
  return folders;
}
