// Prints, of the suites named, those that compare a release of which there are no committed results yet, one a line.
// Usage: node scripts/unmeasured-suites.ts node-history …
import { existsSync } from 'node:fs';
import { loadCatalogue } from '../harness/catalogue.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { findSuite } from '../harness/plan/plan-comparison.ts';
import { historyNames } from '../harness/provision/history-names.ts';
import { readResults } from '../harness/results/read-results.ts';
import { suiteResultsPath } from '../harness/results/results-path.ts';

const { suites, runtimes } = await loadCatalogue();
try {
  for (const id of process.argv.slice(2)) {
    const newest = await historyNames(findSuite(suites, id).history ?? [], runtimes);
    const measured = measuredIn(suiteResultsPath(id));
    if (!newest.every((name) => measured.includes(name))) console.log(id);
  }
} catch (error) {
  process.exitCode = tellError(error);
}

/** The runtimes of a results folder, as `node@26.10.0`; none where there is no such folder. */
function measuredIn(folder: string): readonly string[] {
  return existsSync(folder) ? readResults(folder).runtimes.map((row) => row.runtime_id) : [];
}
