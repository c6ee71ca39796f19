// Installs what Debian or Ubuntu has of the runtimes that are missing here, with apt, after saying what it will do.
// Usage: npm run install-runtimes [-- --yes]
import { $, argv, chalk, question } from 'zx';
import { loadCatalogue } from '../harness/catalogue.ts';
import { chooseRuntimes, seek } from '../harness/provision/provide.ts';
import { isMissing } from '../harness/vocabulary/runtime.ts';

/** Which packages bring which runtimes, by the beginning of their names; the first that apt knows of each list is taken. */
const PACKAGES: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
  [/^go$/, [['golang-go']]],
  [/^python-/, [['python3'], ['python3-venv']]],
  [/^rust-/, [['cargo'], ['gcc'], ['libc6-dev']]],
  [/^java-/, [['openjdk-25-jdk-headless', 'openjdk-21-jdk-headless']]],
  [/^erlang$/, [['erlang-base']]],
  [/^elixir$/, [['elixir']]],
];

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
for (const { runtime, found } of missing) {
  if (isMissing(found)) console.log(`${runtime.id}: ${found.missing} (${found.install})`);
}

const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
await $({ quiet: true, nothrow: true })`${asRoot} apt-get update`;
const choices = PACKAGES.filter(([name]) => missing.some(({ runtime }) => name.test(runtime.id)));
const packages: string[] = [];
for (const alternatives of choices.flatMap(([, lists]) => lists)) {
  const known = await Promise.all(alternatives.map(isKnown));
  const first = alternatives.find((_, index) => known[index]);
  if (first === undefined) console.log(chalk.yellow(`apt has no ${alternatives.join(' or ')}`));
  else packages.push(first);
}
if (packages.length === 0) process.exit(1);
console.log(`about to run: ${[...asRoot, 'apt-get', 'install', '--yes', ...packages].join(' ')}`);
if (!argv.yes && !process.stdin.isTTY) {
  console.log('nothing done: there is nobody to ask; say --yes to go on');
  process.exit(2);
}
if (!argv.yes && !/^y(es)?$/i.test(await question('Go on? [y/N] '))) process.exit(1);
await $({ stdio: 'inherit' })`${asRoot} apt-get install --yes ${packages}`;

for (const { runtime, found } of await seek(missing)) {
  if (isMissing(found)) console.log(chalk.yellow(`${runtime.id}: still missing: ${found.missing}`));
}
