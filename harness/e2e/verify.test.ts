import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { onPath } from '../provision/on-path.ts';
import { chooseRuntimes, foundOf, provide, seek } from '../provision/provide.ts';
import { type Mistake, mistakeLines } from '../verify/contract/mistake.ts';
import { verifyWorkload } from '../verify/contract/verify-program.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { tasktax } from './fixtures/tasktax.ts';

const PROGRAMS = 'harness/e2e/fixtures/wrong-programs';
const python = await onPath('python3');
if (python === undefined) console.warn('SKIPPED: wrong programs in Python; apt install python3');

const INTERPRETERS = { mjs: process.execPath, py: python, sh: '/bin/sh' };
type Language = keyof typeof INTERPRETERS;

const verify = (...words: readonly string[]) => tasktax('verify', ...words);

const programOf = (language: Language, kind: string) =>
  [String(INTERPRETERS[language]), join(PROGRAMS, `wrong.${language}`), kind] as const;

async function mistakesOf(language: Language, kind: string): Promise<readonly string[]> {
  const launchable = { command: programOf(language, kind), environment: bareEnvironment };
  return mistakeLines(await verifyWorkload(launchable, sleep));
}

const isHere = ([language]: readonly [Language, ...unknown[]]) =>
  INTERPRETERS[language] !== undefined;

describe('a wrong program gets one line for its mistake, with the line that it sent', () => {
  const mistakes: readonly (readonly [Language, string, string])[] = [
    ['mjs', 'chats', 'sleep 2 seconds=0.3: sent "let us begin": only lines of the form'],
    [
      'mjs',
      'does-not-wait',
      'sleep 2 seconds=0.3: sent "checkpoint finished started=2 finished=2 live_peak=2": it must wait at "parked"',
    ],
    [
      'mjs',
      'ignores-closed-stdin',
      'sleep 2 seconds=0.3: sent "checkpoint parked live=2 seconds=0": stdin was closed at "ready"',
    ],
    [
      'py',
      'does-not-flush',
      'sleep 2 seconds=0.3: sent "checkpoint ready": this came only when stdin was closed: flush',
    ],
    ['py', 'keeps-no-time', 'sent "checkpoint parked live=2": seconds= is missing'],
    ['py', 'ignores-seconds', 'and the work takes at least 1.1 s'],
    ['sh', 'counts-to-two', 'sleep 1 seconds=0.3: '],
    [
      'sh',
      'swaps-checkpoints',
      'sent "checkpoint finished started=2 finished=2 live_peak=2": checkpoint "parked" was due',
    ],
    ['sh', 'talks-on', 'sent "checkpoint finished": nothing may follow "finished"'],
    ['sh', 'ends-with-1', 'exit 1 after "finished": it must be 0'],
  ];

  test.concurrent.each(mistakes.filter(isHere))('%s %s', async (language, kind, line) => {
    const lines = await mistakesOf(language, kind);
    expect(lines[0]).toContain(line);
    expect(lines).toHaveLength(kind === 'counts-to-two' ? 4 : 1); // one for each wrong count
  });

  test.skipIf(python === undefined)('a wrong number at an odd size', async () => {
    expect(await mistakesOf('py', 'loses-a-task')).toEqual([
      'sleep 1000 seconds=0.3: sent "checkpoint parked live=999 seconds=0": live is 999, and must be 1000',
      'sleep 1000 seconds=0.3: sent "checkpoint finished started=1000 finished=1000 live_peak=999": live_peak is 999, and must be 1000',
    ]);
  });

  test.concurrent.each(
    (Object.keys(INTERPRETERS) as Language[]).map((one) => [one] as const).filter(isHere),
  )('an honest program in the same language (%s) is ok', async (language) => {
    expect(await mistakesOf(language, 'honest')).toEqual([]);
  });
});

test('the command tells how each workload went; its exit code is 1 for a mistake, else 0', async () => {
  const sleepOf = (kind: string) => verify('--workloads', 'sleep', '--', ...programOf('mjs', kind));
  expect(await sleepOf('honest')).toMatchObject({ exitCode: 0, stdout: 'sleep: ok', stderr: '' });
  expect(await sleepOf('chats')).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/^sleep: wrong\nsleep 2 seconds=0.3: sent "let us begin": .*$/),
    stderr: '',
  });
});

test('wrong usage is one line', async () => {
  expect(await verify('./nowhere')).toMatchObject({
    exitCode: 2,
    stderr: 'error: no program "./nowhere": give the name of one on the PATH, or its path',
  });
  expect(await verify('--workloads', 'slep', '/bin/true')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/^error: unknown workload "slep": did you mean "sleep"/),
  });
});

test('a program that says nothing', async () => {
  const { stdout } = await verify('--workloads', 'sleep', '/bin/true');
  expect(stdout).toContain('sleep 2 seconds=0.3: stdout ended before "ready" (exit 0)');
});

describe('our own programs keep the contract, in every runtime that is here', async () => {
  const { runtimes, workloads } = await loadCatalogue();
  const programs = [...workloads.values()].filter(({ keepsContract }) => keepsContract !== false);
  const { provided } = await provide(foundOf(await seek(chooseRuntimes(runtimes, undefined))));

  test.concurrent.each(provided.map((one) => [one.runtime.id, one] as const))(
    '%s',
    { timeout: 300_000 },
    async (_, { runtime, launchable }) => {
      const mistakes: Mistake[] = [];
      for (const workload of programs) {
        if (runtime.lacks?.[workload.id] !== undefined) continue;
        mistakes.push(...(await verifyWorkload(launchable, workload)));
      }
      expect(mistakeLines(mistakes)).toEqual([]);
    },
  );
});
