// Makes everything that people cite anew: compares the suites whose results are committed (or those that are named),
// with their reports, then the documents, and says in a line each what has changed since the committed results.
// Usage: npm run regenerate [-- suite …]
import { $, argv, chalk, fs, path, tmpdir } from 'zx';
import { differences } from '../harness/analyse/differences.ts';
import { pairCases } from '../harness/analyse/pair-cases.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { openResults } from '../harness/record/open-results.ts';
import { suiteResultsPath } from '../harness/record/results-path.ts';
import { changeLine } from '../harness/render/change-line.ts';

const { suites, workloads } = await loadCatalogue();
const isCommitted = async (suite: string) =>
  (await $({ nothrow: true, quiet: true })`git cat-file -e HEAD:results/${suite}/runs.csv`)
    .exitCode === 0;

$.cwd = repositoryRoot;
const chosen: string[] = [];
for (const suite of argv._.length > 0 ? argv._ : suites.keys()) {
  if (argv._.length > 0 || (await isCommitted(suite))) chosen.push(suite);
}

/** The committed tables that a comparison with new ones needs, beside the working tree. */
async function committedResults(suite: string): Promise<string> {
  const folder = path.join(tmpdir(), suite);
  await fs.ensureDir(folder);
  for (const file of ['datapackage.json', 'machines.csv', 'runs.csv']) {
    await $({ quiet: true })`git show HEAD:results/${suite}/${file} > ${path.join(folder, file)}`;
  }
  return folder;
}

let failed = false;
for (const suite of chosen) {
  // One after the other, each a comparison of its own: one that fails does not take the others along.
  const { exitCode } = await $({
    nothrow: true,
    stdio: 'inherit',
  })`npm run --silent compare -- ${suite}`;
  failed ||= exitCode !== 0;
  if (exitCode === 2 || exitCode === 130) process.exit(exitCode);
}
await $({ stdio: 'inherit' })`npm run --silent readme`;

for (const suite of chosen) {
  const news = (await isCommitted(suite))
    ? await changeOf(suite)
    : 'new, nothing to hold it against';
  console.log(`${chalk.bold(suite)}: ${news}`);
}
if (failed) process.exitCode = 1;

/** What the new results of a suite differ in from the committed ones. */
async function changeOf(suite: string): Promise<string> {
  const before = openResults(await committedResults(suite));
  const after = openResults(suiteResultsPath(suite));
  const { pairs, onlyBefore, onlyAfter } = pairCases(before.runs, after.runs);
  return changeLine(differences(pairs, workloads), onlyBefore, onlyAfter);
}
