// Installs what Debian or Ubuntu has of the runtimes that are missing here, with apt, after saying what it will do.
// Usage: npm run install-runtimes [-- --yes]
import { $, argv, chalk, question, which } from 'zx';
import { loadCatalogue } from '../harness/catalogue.ts';
import { isMissing } from '../harness/model/runtime.ts';
import { runtimeLines } from '../harness/present/terminal/plan-summary.ts';
import { chooseRuntimes, seek } from '../harness/provision/provide.ts';
import { aptPackages } from './apt-packages.ts';

/** Whether apt has a package; the version may still be too old for a runtime, which then says so. */
async function isKnown(name: string): Promise<boolean> {
  const { stdout } = await $({ nothrow: true, quiet: true })`apt-cache policy ${name}`;
  return /Candidate: (?!\(none\))/.test(stdout);
}

const { runtimes } = await loadCatalogue();
const missing = (await seek(chooseRuntimes(runtimes, undefined))).filter(({ found }) =>
  isMissing(found),
);
if (missing.length === 0) {
  console.log(chalk.green('every runtime is here'));
  process.exit(0);
}
console.log(runtimeLines(missing).join('\n'));
const ways = new Set(missing.flatMap(({ found }) => (isMissing(found) ? [found.remedy] : [])));
const wanted = [...ways].flatMap(aptPackages);
if (wanted.length === 0 || (await which('apt-get', { nothrow: true })) === null) {
  console.log(
    'nothing of that can be had from an apt of this machine: do what the lines above say',
  );
  process.exit(1);
}
const apt = [...(process.getuid?.() === 0 ? [] : ['sudo']), 'apt-get'];
const named = wanted.map((alternatives) => alternatives.join(' or '));
console.log(`about to run: ${[...apt, 'update'].join(' ')}`);
console.log(
  `        then: ${[...apt, 'install', '--yes', ...named].join(' ')}, what apt has of these`,
);
if (!argv.yes && !process.stdin.isTTY) {
  console.log('nothing done: there is nobody to ask; say --yes to go on');
  process.exit(2);
}
if (!argv.yes && !/^y(es)?$/i.test(await question('Go on? [y/N] '))) process.exit(1);

const shown = $({ stdio: 'inherit', nothrow: true });
if ((await shown`${apt} update`).exitCode !== 0) {
  console.log(chalk.yellow('the lists of packages are not new: apt-get update failed'));
}
const packages: string[] = [];
for (const alternatives of wanted) {
  const known = await Promise.all(alternatives.map(isKnown));
  const first = alternatives.find((_, index) => known[index]);
  if (first === undefined) console.log(chalk.yellow(`apt has no ${alternatives.join(' or ')}`));
  else packages.push(first);
}
if (packages.length > 0 && (await shown`${apt} install --yes ${packages}`).exitCode !== 0) {
  console.error(chalk.red('error: apt-get install failed, its own lines say why'));
}

const left = (await seek(missing)).filter(({ found }) => isMissing(found));
if (left.length > 0) {
  console.log(['still missing:', ...runtimeLines(left)].join('\n'));
  process.exitCode = 1;
}
