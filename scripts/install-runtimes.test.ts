import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeEach, expect, test } from 'vitest';
import { repositoryRoot } from '../harness/provision/places.ts';

let tools: string;
let log: string;

/** A machine with nothing on its PATH but an apt that fails to install, and notes what it is asked. */
beforeEach(() => {
  tools = mkdtempSync(join(tmpdir(), 'tasktax-'));
  log = join(tools, 'log');
  const tool = (name: string, script: string) =>
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  tool('apt-get', `echo "$@" >> ${log}\n[ "$1" = update ]`);
  tool('apt-cache', '[ "$2" = elixir ] || echo "  Candidate: 1.2"');
  tool('sudo', 'exec "$@"');
  symlinkSync('/bin/bash', join(tools, 'bash'));
});

function installRuntimes(...options: string[]) {
  return execa(process.execPath, ['scripts/install-runtimes.ts', ...options], {
    cwd: repositoryRoot,
    reject: false,
    stdin: 'ignore',
    extendEnv: false,
    env: { PATH: tools, HOME: tools },
  });
}

test('both commands are said, and neither is run, before somebody has agreed', async () => {
  const { exitCode, stdout } = await installRuntimes();
  expect(stdout).toMatch(/^about to run: (sudo )?apt-get update$/m);
  expect(stdout).toMatch(/^ +then: (sudo )?apt-get install --yes .*golang-go.* python3-venv/m);
  expect(stdout).toContain('there is nobody to ask');
  expect(exitCode).toBe(2);
  expect(existsSync(log)).toBe(false);
});

test('an apt that fails is one line, and what is still missing is said', async () => {
  const { exitCode, stdout, stderr } = await installRuntimes('--yes');
  const [update, install, ...more] = readFileSync(log, 'utf8').trim().split('\n');
  expect(update).toBe('update');
  expect(install).toMatch(/^install --yes .*golang-go/);
  expect(install).not.toContain('elixir');
  expect(more).toEqual([]);
  expect(stdout).toContain('apt has no elixir');
  expect(stderr).toContain('error: apt-get install failed');
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout).toMatch(/^still missing:.*^ +go +skipped: no "go" on the PATH/ms);
  expect(exitCode).toBe(1);
});
