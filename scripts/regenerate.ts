// Makes everything that people cite anew: compares the suites whose results are committed (or those that are named),
// with their reports, then the documents, and says in a line each what has changed since the committed results.
// Usage: npm run regenerate [-- suite …]
import { $, argv, chalk, fs, path, tmpdir } from 'zx';
import { differences } from '../harness/analyse/differences.ts';
import { pairCases } from '../harness/analyse/pair-cases.ts';
import { loadCatalogue } from '../harness/catalogue.ts';
import { tellError } from '../harness/cli/error-line.ts';
import { ExitCode } from '../harness/cli/exit-code.ts';
import { changeLine } from '../harness/present/diff/change-line.ts';
import { repositoryRoot } from '../harness/provision/places.ts';
import { readMeasurements } from '../harness/results/read-results.ts';
import { suiteResultsPath } from '../harness/results/results-path.ts';

$.cwd = repositoryRoot;
// Ctrl-C reaches the comparison as well, from the terminal: it writes what is done, and its exit code ends this script.
process.on('SIGINT', () => {});
const { suites, workloads } = await loadCatalogue();
const temporary = tmpdir();
try {
  process.exitCode = await regenerate();
} catch (error) {
  process.exitCode = tellError(error);
} finally {
  await fs.remove(temporary);
}

/** Compares, writes the documents, and tells what has changed; a comparison that could not be made ends it. */
async function regenerate(): Promise<number> {
  const chosen: string[] = [];
  for (const suite of argv._.length > 0 ? argv._ : suites.keys()) {
    if (argv._.length > 0 || (await isCommitted(suite))) chosen.push(suite);
  }
  let exitCode: number = ExitCode.ok;
  for (const suite of chosen) {
    // One after the other, each a comparison of its own: one that fails does not take the others along.
    const ended = await run('harness/cli.ts', 'compare', suite);
    if (ended !== ExitCode.ok && ended !== ExitCode.someRunFailed) return ended;
    exitCode = Math.max(exitCode, ended);
  }
  const ended = await run('scripts/readme-tables.ts');
  if (ended !== ExitCode.ok) return ended;
  for (const suite of chosen) {
    const news = (await isCommitted(suite))
      ? await changeOf(suite)
      : 'new, nothing to hold it against';
    console.log(`${chalk.bold(suite)}: ${news}`);
  }
  return exitCode;
}

/** Runs a script of ours in this terminal, with no npm between that a Ctrl-C could end first; its exit code. */
async function run(...words: readonly string[]): Promise<number> {
  const script = await $({ nothrow: true, stdio: 'inherit' })`${process.execPath} ${words}`;
  return script.exitCode ?? ExitCode.interrupted;
}

async function isCommitted(suite: string): Promise<boolean> {
  const look = $({ nothrow: true, quiet: true });
  return (await look`git cat-file -e HEAD:results/${suite}/runs.csv`).exitCode === 0;
}

/** The committed tables that a comparison with new ones needs, beside the working tree. */
async function committedResults(suite: string): Promise<string> {
  const folder = path.join(temporary, suite);
  await fs.ensureDir(folder);
  for (const file of ['datapackage.json', 'machines.csv', 'runtimes.csv', 'runs.csv']) {
    await $({ quiet: true })`git show HEAD:results/${suite}/${file} > ${path.join(folder, file)}`;
  }
  return folder;
}

/** What the new results of a suite differ in from the committed ones. */
async function changeOf(suite: string): Promise<string> {
  const before = readMeasurements(await committedResults(suite));
  const after = readMeasurements(suiteResultsPath(suite));
  const { pairs, onlyBefore, onlyAfter } = pairCases(before.runs, after.runs);
  return changeLine(differences(pairs, workloads), onlyBefore, onlyAfter);
}
