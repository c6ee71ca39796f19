import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneProcess } from '../kernel/counters.fixture.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import type { Child } from './child.ts';
import { followContract } from './follow-contract.ts';
import { judge } from './judge.ts';
import { readLines } from './line-reader.ts';

const TASKS = 3;
const theCase = {
  runtimeId: 'x@1',
  workload: 'sleep',
  tasks: TASKS,
  parameters: { seconds: 0 },
};
const HONEST = [
  'checkpoint ready',
  'checkpoint parked live=3',
  'checkpoint finished started=3 finished=3 live_peak=3',
];

const monitor = { read: async () => oneProcess };

/** The status of a program that writes these chunks to stdout and exits with 0. */
async function statusOf(chunks: readonly Buffer[]) {
  const stdout = new PassThrough();
  const child: Child = {
    pid: 1,
    launcherPid: undefined,
    clock: {
      startedAt: new Date(0),
      launchedSeconds: 0,
      elapsedSeconds: () => 0,
      at: () => 0,
      restartAt: () => {},
    },
    lines: readLines(stdout, () => 0),
    release: () => {},
    exited: new Promise((resolve) => {
      stdout.once('close', () => resolve({ exitCode: 0, signal: null, elapsedSeconds: 1 }));
    }),
    endedProcesses: () => undefined,
    stderrTail: () => '',
    allEnded: new Promise(() => {}),
    endRest: async () => {},
  };
  for (const chunk of chunks) stdout.write(chunk);
  stdout.end();
  const never = new AbortController().signal;
  const transcript = await followContract(child, sleep.checkpoints, monitor, never);
  const evidence = {
    transcript,
    stderrTail: '',
    outOfMemory: [],
    stopped: undefined,
    timeoutSeconds: 1,
    kernelOutOfMemory: false,
  };
  return judge(theCase, sleep, evidence).status;
}

test('an honest program is ok, however it is cut into pieces', async () => {
  const text = HONEST.map((line) => `${line}\n`).join('');
  const cuts = fc.array(fc.nat({ max: text.length }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(cuts, async (positions) => {
      const sorted = [0, ...positions.sort((a, b) => a - b), text.length];
      const pieces = sorted.slice(1).map((end, i) => Buffer.from(text.slice(sorted[i], end)));
      expect(await statusOf(pieces)).toBe('ok');
    }),
  );
});

test('10,000 streams of nonsense and near misses: never a crash, never a hang, never ok', async () => {
  const nearMiss = fc.constantFrom(
    ...HONEST,
    'checkpoint ready live=3',
    'checkpoint parked live=2',
    'checkpoint parked',
    'checkpoint parked live=3 live=3',
    'checkpoint finished started=3 finished=2 live_peak=3',
    'checkpoint finished started=3',
    'checkpoint finished started=NaN finished=3',
    'Checkpoint ready',
    '',
  );
  const ended = fc.tuple(nearMiss, fc.constantFrom('\n', '\n', '\n', '\r\n', '', ' \n', '\0\n'));
  const chunk = fc.oneof(
    { weight: 3, arbitrary: ended.map(([line, end]) => Buffer.from(line + end)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  );
  const nonsense = fc.array(chunk, { maxLength: 8 });
  // Most of these differ in one place from what an honest program prints.
  const almostHonest = fc
    .tuple(
      ...[...HONEST, ''].map((line) =>
        fc.oneof(
          { weight: 6, arbitrary: fc.constant([Buffer.from(line && `${line}\n`)]) },
          { weight: 1, arbitrary: fc.array(chunk, { maxLength: 2 }) },
        ),
      ),
    )
    .map((lines) => lines.flat());
  const isHonest = (chunks: readonly Buffer[]) => {
    const lines = Buffer.concat([...chunks])
      .toString('latin1')
      .split('\n');
    const said = lines.slice(0, -1).map((line) => line.replace(/\r$/, ''));
    const [ready, ...rest] = said;
    return (
      /^checkpoint ready( live=3)?$/.test(ready ?? '') &&
      JSON.stringify(rest) === JSON.stringify(HONEST.slice(1))
    );
  };
  await fc.assert(
    fc.asyncProperty(fc.oneof(nonsense, almostHonest), async (chunks) => {
      fc.pre(!isHonest(chunks));
      expect(await statusOf(chunks)).not.toBe('ok');
    }),
    { numRuns: 10_000 },
  );
});
