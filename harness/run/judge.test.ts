import { describe, expect, test } from 'vitest';
import { oneProcess } from '../kernel/counters.fixture.ts';
import type { Reading } from '../kernel/reading.ts';
import type { Runtime } from '../model/runtime.ts';
import { runtime as bun } from '../runtimes/bun.ts';
import { runtime as deno } from '../runtimes/deno.ts';
import { runtime as erlang } from '../runtimes/erlang.ts';
import { runtime as go } from '../runtimes/go.ts';
import { runtime as java } from '../runtimes/java-virtual-threads.ts';
import { runtime as node } from '../runtimes/node.ts';
import { runtime as asyncio } from '../runtimes/python-asyncio.ts';
import { runtime as tokio } from '../runtimes/rust-tokio.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { workload as spawnBacklog } from '../workloads/spawn-backlog.ts';
import { workload as timer } from '../workloads/timer.ts';
import type { Evidence } from './evidence.ts';
import { judge } from './judge.ts';

const N = 100;
const theCase = { runtimeId: 'x@1', workload: 'sleep', tasks: N, parameters: { seconds: 10 } };

function reading(checkpoint: string, elapsedSeconds: number, facts = {}): Reading {
  return {
    checkpoint,
    elapsedSeconds,
    releasedSeconds: elapsedSeconds + 0.001,
    facts,
    ...oneProcess,
  };
}

const counted = { started: N, finished: N, live_peak: N };

function evidence(changes: {
  readings?: readonly Reading[];
  exitCode?: number | null;
  signal?: string | null;
  violation?: string;
  runtime?: Runtime;
  stderrTail?: string;
  stopped?: Evidence['stopped'];
  kernelOutOfMemory?: boolean;
  limitReached?: Evidence['limitReached'];
}): Evidence {
  return {
    transcript: {
      readings: changes.readings ?? [
        reading('ready', 0.1),
        reading('parked', 0.5, { live: N }),
        reading('finished', 10.6, counted),
      ],
      exit: {
        exitCode: changes.exitCode === undefined ? 0 : changes.exitCode,
        signal: changes.signal ?? null,
        elapsedSeconds: 11,
      },
      violation: changes.violation,
    },
    stderrTail: changes.stderrTail ?? '',
    outOfMemory: changes.runtime?.outOfMemory ?? [],
    stopped: changes.stopped,
    timeoutSeconds: 60,
    kernelOutOfMemory: changes.kernelOutOfMemory ?? false,
    limitReached: changes.limitReached,
  };
}

test('all done, all alive at once', () => {
  expect(judge(theCase, sleep, evidence({}))).toEqual({ status: 'ok' });
});

test('a time-out of a run whose tasks were not all alive at once is named after the tasks', () => {
  const readings = [reading('ready', 0.1), reading('parked', 11, { live: N - 1 })];
  const outcome = judge(theCase, sleep, evidence({ readings, stopped: 'timeout' }));
  expect(outcome).toMatchObject({ status: 'not-concurrent' });
  const alive = [reading('ready', 0.1), reading('parked', 1, { live: N })];
  expect(judge(theCase, sleep, evidence({ readings: alive, stopped: 'timeout' }))).toMatchObject({
    status: 'timeout',
  });
});

const LIMIT = { by: 'kernel', bytes: 1e9 } as const;

describe('how it ended', () => {
  test.each([
    ['exit code 1', { exitCode: 1 }, 'crashed'],
    ['SIGSEGV', { exitCode: null, signal: 'SIGSEGV' }, 'crashed'],
    ['SIGKILL from outside', { exitCode: null, signal: 'SIGKILL' }, 'killed'],
    [
      'SIGKILL by the kernel for memory',
      { exitCode: null, signal: 'SIGKILL', kernelOutOfMemory: true },
      'out-of-memory',
    ],
    [
      "V8's heap limit",
      {
        runtime: node,
        exitCode: null,
        signal: 'SIGABRT',
        stderrTail:
          'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      },
      'out-of-memory',
    ],
    [
      "V8's under Deno",
      {
        runtime: deno,
        exitCode: null,
        signal: 'SIGTRAP',
        stderrTail: '# Fatal JavaScript out of memory: Reached heap limit',
      },
      'out-of-memory',
    ],
    [
      "Bun's",
      { runtime: bun, exitCode: 1, stderrTail: 'Bun has run out of memory.' },
      'out-of-memory',
    ],
    [
      "Rust's allocator",
      {
        runtime: tokio,
        exitCode: null,
        signal: 'SIGABRT',
        stderrTail: 'memory allocation of 448 bytes failed\nskipping backtrace printing',
      },
      'out-of-memory',
    ],
    [
      "Erlang's allocator",
      {
        runtime: erlang,
        exitCode: 1,
        stderrTail: 'eheap_alloc: Cannot allocate 1864 bytes of memory (of type "heap").',
      },
      'out-of-memory',
    ],
    [
      "C++'s allocator",
      { exitCode: null, signal: 'SIGABRT', stderrTail: '  what():  std::bad_alloc' },
      'out-of-memory',
    ],
    [
      "Java's heap limit",
      { runtime: java, exitCode: 1, stderrTail: 'java.lang.OutOfMemoryError: Java heap space' },
      'out-of-memory',
    ],
    [
      "Python's MemoryError",
      { runtime: asyncio, exitCode: 1, stderrTail: 'Traceback\nMemoryError' },
      'out-of-memory',
    ],
    [
      "Go's",
      { runtime: go, exitCode: 2, stderrTail: 'fatal error: runtime: out of memory' },
      'out-of-memory',
    ],
    [
      "the C library's",
      { exitCode: 1, stderrTail: 'fork: Cannot allocate memory' },
      'out-of-memory',
    ],
    [
      'the words of another runtime',
      { runtime: node, exitCode: 1, stderrTail: 'java.lang.OutOfMemoryError' },
      'crashed',
    ],
    ['a limit on memory', { limitReached: LIMIT }, 'out-of-memory'],
    [
      'a limit on memory that made it hang',
      { limitReached: LIMIT, stopped: 'timeout' as const },
      'out-of-memory',
    ],
    [
      'Ctrl-C while it hung so',
      { limitReached: LIMIT, stopped: 'interrupted' as const },
      'interrupted',
    ],
    ['our limit', { exitCode: null, signal: 'SIGTERM', stopped: 'timeout' as const }, 'timeout'],
    [
      'Ctrl-C',
      { exitCode: null, signal: 'SIGTERM', stopped: 'interrupted' as const },
      'interrupted',
    ],
    ['a broken contract', { violation: 'not a checkpoint: "hi"' }, 'protocol-error'],
    ['a crash explains a broken contract', { exitCode: 1, violation: 'stdout ended' }, 'crashed'],
  ])('%s', (_, changes, status) => {
    expect(judge(theCase, sleep, evidence(changes))).toMatchObject({ status });
  });

  test('the detail has exit code, last checkpoint and last words', () => {
    expect(judge(theCase, sleep, evidence({ exitCode: 3, stderrTail: 'a\nno luck\n' }))).toEqual({
      status: 'crashed',
      detail: 'exit code 3, after "finished": no luck',
    });
  });

  test('of a want of memory, the line that names it, not the stack below', () => {
    const stderrTail =
      'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n\tat Main.main(Main.java:4)\n';
    expect(
      judge(theCase, sleep, evidence({ runtime: java, exitCode: 1, stderrTail })),
    ).toMatchObject({
      detail: expect.stringContaining('java.lang.OutOfMemoryError: Java heap space'),
    });
  });
});

describe('the work', () => {
  test.each([
    ['one task too few', { started: N - 1, finished: N - 1, live_peak: N - 1 }],
    ['one not finished', { started: N, finished: N - 1, live_peak: N }],
    ['one too many', { started: N + 1, finished: N + 1, live_peak: N }],
  ])('%s is invalid', (_, facts) => {
    const readings = [
      reading('ready', 0.1),
      reading('parked', 0.5, { live: N }),
      reading('finished', 10.6, facts),
    ];
    expect(judge(theCase, sleep, evidence({ readings }))).toMatchObject({ status: 'invalid-work' });
  });

  test('sooner than it can be done is invalid', () => {
    const readings = [
      reading('ready', 0.1),
      reading('parked', 0.5, { live: N }),
      reading('finished', 9.9, counted),
    ];
    expect(judge(theCase, sleep, evidence({ readings }))).toMatchObject({ status: 'invalid-work' });
  });

  test('"finished" without counts breaks the contract', () => {
    const readings = [
      reading('ready', 0.1),
      reading('parked', 0.5, { live: N }),
      reading('finished', 10.6),
    ];
    expect(judge(theCase, sleep, evidence({ readings }))).toMatchObject({
      status: 'protocol-error',
    });
  });

  test('a backlog counts as work', () => {
    const backlogCase = { ...theCase, workload: 'spawn-backlog', parameters: { backlog: 50 } };
    const readingsWith = (tasks: number) => [
      reading('ready', 0.1),
      reading('queued', 0.2),
      reading('created', 0.3),
      reading('finished', 0.4, { started: tasks, finished: tasks }),
    ];
    const judged = (tasks: number) =>
      judge(backlogCase, spawnBacklog, evidence({ readings: readingsWith(tasks) })).status;
    expect(judged(N + 50)).toBe('ok');
    expect(judged(N)).toBe('invalid-work');
  });
});

describe('concurrency', () => {
  const withParked = (elapsed: number, facts: object) => [
    reading('ready', 0.1),
    reading('parked', elapsed, facts),
    reading('finished', 31, counted),
  ];

  test.each([
    ['counted: all', sleep, 0.5, { live: N }, 'ok'],
    ['counted: all, though creating took longer than the sleep', sleep, 20, { live: N }, 'ok'],
    ['counted: one at a time', sleep, 0.5, { live: 1 }, 'not-concurrent'],
    ['counted: not told', sleep, 0.5, {}, 'not-concurrent'],
    ['timers: by the clock', timer, 0.5, {}, 'ok'],
    ['timers: creating outlasted the first of them', timer, 10.2, {}, 'not-concurrent'],
    ['timers: a count is believed before the clock', timer, 10.2, { live: N }, 'ok'],
    ['timers: a count that is too low', timer, 0.5, { live: N - 1 }, 'not-concurrent'],
  ])('%s', (_, workload, elapsed, facts, status) => {
    const readings = withParked(elapsed, facts);
    expect(judge(theCase, workload, evidence({ readings })).status).toBe(status);
  });
});
