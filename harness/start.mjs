#!/usr/bin/env node
// The command of the installed package. It starts the harness under a Node that can run it: the one that runs this file,
// or else the one that was installed with the package. It is plain JavaScript so that Node 18 can run it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const { resolve } = createRequire(import.meta.url);
const cli = new URL('./cli.js', import.meta.url);
const words = process.argv.slice(2);
const { version, optionalDependencies } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

if (words.length === 1 && ['--version', '-V'].includes(words[0])) {
  console.log(version); // without loading the harness
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  await import(cli.href);
} else {
  startUnder(packagedNode());
}

/** The Node of this platform among the optional dependencies; undefined when npm has left it out. */
function packagedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = Object.keys(optionalDependencies).find((one) =>
    [`node-${platform}`, `node-bin-${platform}`].includes(one),
  );
  try {
    return name && join(dirname(resolve(`${name}/package.json`)), 'bin', 'node');
  } catch {
    return undefined; // resolve() throws for a package that is not installed
  }
}

function startUnder(node) {
  if (node === undefined) {
    console.error(
      `error: tasktax needs Node ${NEEDED_MAJOR} or later, and this is Node ${process.versions.node}: install a newer one, or run npm install --include=optional`,
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [fileURLToPath(cli), ...words], { stdio: 'inherit' });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`error: cannot start ${node} (${error.code}): install Node ${NEEDED_MAJOR}`);
    process.exitCode = 2;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
