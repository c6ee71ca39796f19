// Runs the scripts of the action's steps as they stand, in order, as a GitHub runner would. What cannot be run here: GitHub
// itself, so `gh` is a stand-in that records its calls, and the condition on which a runner starts the comment's step.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { $, execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import {
  defaultsOfAction,
  FakeRunner,
  type StepResult,
  stepsOfAction,
} from './fixtures/action-steps.ts';
import { copyCheckout } from './fixtures/checkout-copy.ts';

const temporary = mkdtempSync(join(tmpdir(), 'tasktax-action-'));
const clone = join(temporary, 'clone');
const actionPath = join(clone, '.github', 'actions', 'tasktax');
const project = join(temporary, 'project');
const program = fileURLToPath(new URL('./fixtures/weighted-tasks.mjs', import.meta.url));
const standIns = join(temporary, 'bin');
const calls = join(temporary, 'calls');
const EVENT = { pull_request: { number: 7, title: '$(touch pwned)`touch pwned`' } };

// What a runner does before the first step: it fetches the repository of the action.
beforeAll(async () => {
  mkdirSync(project);
  mkdirSync(standIns);
  await copyCheckout(clone, ':!results');
  await $`cp ${fileURLToPath(new URL('./fixtures/gh', import.meta.url))} ${standIns}`;
  await $`mkdir ${join(temporary, 'answers')}`;
});

/** Where the first test's install step put the command; the other tests find it there and install nothing again. */
let installedIn: string | undefined;

/** Goes through the steps that run a script; returns how each ended. */
async function runAction(
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<{
  readonly runner: FakeRunner;
  readonly results: Readonly<Record<string, StepResult>>;
}> {
  writeFileSync(calls, '');
  const action = join(actionPath, 'action.yml');
  const given = { ...defaultsOfAction(action), ...inputs };
  const expressions = {
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`inputs.${name}`, value])),
    'inputs.token': 'secret',
  };
  const runner = new FakeRunner(
    {
      // The runner's own Node; the harness runs under the one that the action installs.
      PATH: [standIns, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(
        delimiter,
      ),
      GITHUB_ACTION_PATH: actionPath,
      GITHUB_REPOSITORY: 'someone/project',
      GH_CALLS: calls,
      GH_ANSWERS: join(temporary, 'answers'),
      ...variables,
    },
    EVENT,
  );
  const results: Record<string, StepResult> = {};
  if (installedIn !== undefined) runner.addPath(installedIn);
  for (const step of stepsOfAction(action)) {
    if (step.id === 'install' && installedIn !== undefined) continue;
    const result = await runner.run(step, project, expressions);
    results[step.id] = result;
    if (result.exitCode !== 0) break;
    if (step.id === 'install') installedIn = join(runner.folder, 'temp', 'tasktax-bin');
  }
  return { runner, results };
}

function commandOf(bytesPerTask: number): string {
  return `${process.execPath} ${program} {tasks} ${bytesPerTask}`;
}

const calledWith = () => readFileSync(calls, 'utf8');
const sizes = { tasks: '100,2000,5000,10000', repeats: '6' };

test('a build with a fifth more memory a task fails the job, after the summary and a comment', async () => {
  const { runner, results } = await runAction({
    base: commandOf(10_000),
    head: commandOf(12_000),
    ...sizes,
  });
  expect(results).toMatchObject({
    install: { exitCode: 0 },
    measure: { exitCode: 0 },
    report: { exitCode: 0 },
    comment: { exitCode: 0 },
    gate: { exitCode: 1 },
  });
  expect(results.gate?.output).toContain('::error::A figure is surely worse by more than 5%');
  const measured = runner.output('steps.measure.outputs.results') ?? '';
  expect(existsSync(join(measured, 'report.html'))).toBe(true);
  expect(runner.output('steps.report.outputs.worse')).toBe('true');
  const report = readFileSync(runner.output('steps.report.outputs.report') ?? '', 'utf8');
  expect(report.split('\n').slice(0, 2)).toEqual(['<!-- tasktax: tasktax -->', '### tasktax']);
  expect(report).toMatch(/base@sha256-\w+ → head@sha256-\w+/);
  expect(report).toMatch(/\*\*worse\*\*/);
  expect(runner.summary()).toBe(report);
  // A new comment, on the pull request of the event, with the whole report.
  expect(calledWith()).toContain('argument repos/someone/project/issues/7/comments\n');
  expect(calledWith()).toContain('argument POST\n');
  expect(calledWith()).toContain('body ### tasktax\n');
  expect(calledWith()).not.toContain('PATCH');
});

test('the same build passes, and replaces the comment that a bot wrote before', async () => {
  const comments = [
    { id: 1, user: { type: 'User' }, body: '<!-- tasktax: tasktax -->\nnot ours' },
    { id: 2, user: { type: 'Bot' }, body: 'something else' },
    { id: 3, user: { type: 'Bot' }, body: '<!-- tasktax: tasktax -->\n### tasktax' },
  ];
  writeFileSync(join(temporary, 'answers', 'comments.json'), JSON.stringify(comments));
  const { runner, results } = await runAction({
    base: commandOf(10_000),
    head: commandOf(10_000),
    ...sizes,
  });
  expect(results.gate?.exitCode).toBe(0);
  expect(runner.output('steps.report.outputs.worse')).toBe('false');
  expect(calledWith()).toContain('argument PATCH\n');
  expect(calledWith()).toContain('argument repos/someone/project/issues/comments/3\n');
  expect(calledWith()).not.toContain('POST');
});

test('a token that may not write is a warning: the job summary has the report', async () => {
  const quick = { base: 'true', head: 'true', repeats: '1' };
  const { runner, results } = await runAction(quick, { GH_STATUS: '1' });
  expect(results.comment?.exitCode).toBe(0);
  expect(results.comment?.output).toContain('::warning::Cannot comment on the pull request');
  expect(results.gate?.exitCode).toBe(0);
  expect(runner.summary()).toContain('### tasktax');
});

test('inputs are never run by a shell', async () => {
  const base = 'true $(touch pwned) `touch pwned` ; touch pwned';
  const { results } = await runAction({ base, head: 'true', repeats: '1' });
  expect(results.gate?.exitCode).toBe(0);
  const { stdout } =
    await execa`find ${temporary} -name pwned -not -path ${`${clone}/node_modules/*`}`;
  expect(stdout).toBe('');
  const title = { title: '--> $(touch pwned)' };
  const refused = await runAction({ base: 'true', head: 'true', repeats: '1', ...title });
  expect(refused.results.report).toMatchObject({ exitCode: 2 });
  expect(refused.results.report?.output).toContain('The input "title" takes letters');
  expect(refused.results.comment).toBeUndefined();
});

test('a tasktax that crashes is no verdict on the builds, and says so', async () => {
  // Spaces would end the option.
  const crash = 'data:text/javascript,setTimeout(()=>{throw%20new%20TypeError(%22planted%22)},300)';
  const quick = { base: 'true', head: 'true', repeats: '1' };
  const { results } = await runAction(quick, { NODE_OPTIONS: `--import=${crash}` });
  expect(results.measure?.exitCode).toBe(70);
  expect(results.measure?.output).toContain('TypeError: planted');
  expect(results.measure?.output).toContain('::error::tasktax measured nothing (exit code 70)');
  expect(results.report).toBeUndefined();
});

test('a command that is not there is one line', async () => {
  const { results } = await runAction({ base: 'no-such-build {tasks}', head: 'true {tasks}' });
  expect(results.measure?.exitCode).toBe(2);
  expect(results.measure?.output).toContain('no command "no-such-build"');
});
