// What cannot be run here: GitHub's own scheduler, runners and token, actions/checkout, and the two that carry artifacts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { onPath } from '../provision/on-path.ts';
import { repositoryRoot } from '../provision/places.ts';

const github = join(repositoryRoot, '.github');
const files = readdirSync(github, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((file) => file.endsWith('.sh'));
const descriptions = files.filter((file) => file.endsWith('.yml'));
const workflows = descriptions.filter((file) => file.startsWith('workflows'));
const textOf = (file: string) => readFileSync(join(github, file), 'utf8');
const actionlint = await onPath('actionlint');
const shellcheck = await onPath('shellcheck');
for (const [name, found] of Object.entries({ actionlint, shellcheck })) {
  if (found === undefined) console.warn(`not checked: no ${name} on the PATH`);
}

test.skipIf(actionlint === undefined)('actionlint finds nothing in the workflows', async () => {
  const { all, exitCode } = await execa('actionlint', [], {
    cwd: repositoryRoot,
    reject: false,
    all: true,
  });
  expect({ all, exitCode }).toEqual({ all: '', exitCode: 0 });
});

test.skipIf(shellcheck === undefined)('shellcheck finds nothing in the scripts', async () => {
  const paths = [...scripts.map((file) => join(github, file)), join(repositoryRoot, '.ci/run')];
  const { all, exitCode } = await execa('shellcheck', paths, { reject: false, all: true });
  expect({ all, exitCode }).toEqual({ all: '', exitCode: 0 });
});

test.each(descriptions)('%s: no expression becomes text of a script', (file) => {
  const document = parse(textOf(file));
  const steps: readonly { run?: string }[] = document.runs?.steps ?? [
    ...Object.values<{ steps: readonly object[] }>(document.jobs).flatMap((job) => job.steps),
  ];
  expect(steps.length).toBeGreaterThan(0);
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});

test.each(descriptions)('%s: actions are GitHub’s own, each pinned to a commit', (file) => {
  for (const [, used] of textOf(file).matchAll(/uses: (.*)/g)) {
    expect(used).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test.each(workflows)('%s: jobs have the rights that they are given and no other', (file) => {
  const { permissions, jobs } = parse(textOf(file));
  expect(permissions).toBeDefined();
  expect(Object.values(permissions)).not.toContain('write');
  // Where a job may write, nothing is installed.
  for (const job of Object.values<{ permissions?: object; steps: readonly { run?: string }[] }>(
    jobs,
  )) {
    if (!Object.values(job.permissions ?? {}).includes('write')) continue;
    for (const { run = '' } of job.steps) expect(run).not.toMatch(/\bnpm\b|\.ci\/run/);
  }
});
