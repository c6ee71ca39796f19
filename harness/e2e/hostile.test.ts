import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { survivors } from '../kernel/survivors.fixture.ts';
import { onPath } from '../provision/on-path.ts';
import { runRows } from '../record/run-rows.ts';
import { runtime as javaRuntime } from '../runtimes/java-virtual-threads.ts';
import { V8_OUT_OF_MEMORY } from '../runtimes/npm/v8-out-of-memory.ts';
import { runFixture } from '../verify/known-memory/known-memory.ts';
import { workload as lateness } from '../workloads/lateness.ts';
import { workload as sleep } from '../workloads/sleep.ts';

const hostile = fileURLToPath(new URL('./fixtures/hostile.mjs', import.meta.url));

function runHostile(kind: string, options: { node?: string[]; timeoutSeconds?: number } = {}) {
  return runFixture({
    outOfMemory: [V8_OUT_OF_MEMORY],
    command: [process.execPath, ...(options.node ?? []), hostile, kind],
    workload: sleep,
    tasks: 10,
    parameters: { seconds: 0.2 },
    ...(options.timeoutSeconds === undefined ? {} : { timeoutSeconds: options.timeoutSeconds }),
  });
}

const java = await findJava();
if (java === undefined) console.warn("SKIPPED: Java's heap limit; apt install default-jdk");

/** On the PATH, or where Debian keeps them. */
async function findJava(): Promise<string | undefined> {
  const homes = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm') : [];
  const kept = homes.map((home) => `/usr/lib/jvm/${home}/bin/java`).find(existsSync);
  return (await onPath('java')) ?? kept;
}

test('an honest program is ok', async () => {
  expect((await runHostile('honest')).outcome).toEqual({ status: 'ok' });
});

describe('lateness is held against the clock of the harness', () => {
  test.each([
    ['late-and-honest', 'ok', undefined],
    ['late-and-silent', 'invalid-work', 'came without lateness_p50=, lateness_p99=, lateness_max='],
    ['late-and-lies', 'invalid-work', 'no task woke more than 0 s late, it says, but it came'],
    ['later-than-the-end', 'invalid-work', 'a task woke 3 s late, it says, but it came'],
    ['late-without-order', 'invalid-work', 'are not in order'],
  ])('%s: %s', async (kind, status, detail) => {
    const { outcome } = await runFixture({
      command: [process.execPath, hostile, kind],
      workload: lateness,
      tasks: 10,
      parameters: { seconds: 0.2, extra: 0 },
    });
    expect(outcome).toMatchObject({
      status,
      ...(detail === undefined ? {} : { detail: expect.stringContaining(detail) }),
    });
  });

  test('tasks that sleep longer than they were due cannot all be on time', async () => {
    const { outcome } = await runFixture({
      command: [process.execPath, hostile, 'late-and-lies'],
      workload: lateness,
      tasks: 10,
      parameters: { seconds: 0.2, extra: 0.1 },
    });
    expect(outcome).toMatchObject({ detail: expect.stringContaining('each slept 0.1 s longer') });
  });
});

describe('each death and each lie has its own name, and leaves nothing behind', () => {
  test.each([
    ['one-task-less', 'invalid-work', '9 started and 9 finished of 10 tasks'],
    ['one-at-a-time', 'not-concurrent', '1 of 10 tasks alive'],
    ['without-working', 'invalid-work', 'the work takes at least 0.2 s'],
    ['exit-1', 'crashed', 'exit code 1, after "ready": no luck today'],
    ['exit-0-early', 'protocol-error', 'stdout ended before "parked"'],
    ['exit-0-at-once', 'protocol-error', 'stdout ended before "ready"'],
    ['exit-1-at-the-end', 'crashed', 'exit code 1, after "finished"'],
    ['kills-itself', 'killed', 'SIGKILL'],
    ['segfaults', 'crashed', 'SIGSEGV'],
    ['garbage', 'protocol-error', 'not a checkpoint: "hello there"'],
    ['a-line-without-end', 'protocol-error', 'a line longer than 16 KiB'],
    ['nul-bytes', 'protocol-error', 'not a checkpoint'],
    ['half-a-line', 'protocol-error', 'stdout ended before "parked"'],
    ['wrong-numbers', 'protocol-error', 'not a checkpoint'],
    ['wrong-order', 'protocol-error', 'checkpoint "finished" where "parked" was due'],
    ['talks-after-the-end', 'protocol-error', 'output after "finished"'],
    ['does-not-wait', 'protocol-error', 'it did not wait at "ready"'],
    ['closes-stdin', 'crashed', 'exit code 1, after "ready": '],
    ['closes-stdout-and-lives', 'protocol-error', 'stdout ended before "parked"'],
    ['closes-everything-and-lives', 'protocol-error', 'stdout ended before "parked"'],
    ['leaves-a-child', 'ok', undefined],
    ['leaves-a-child-in-another-session', 'ok', undefined],
    ['leaves-a-grandchild', 'ok', undefined],
  ])('%s: %s', async (kind, status, detail) => {
    const run = await runHostile(kind);
    expect(run.outcome).toMatchObject({
      status,
      ...(detail === undefined ? {} : { detail: expect.stringContaining(detail) }),
    });
    expect(survivors(run.runId)).toEqual([]);
  });

  test.skipIf(java === undefined)("Java's heap limit is out of memory", async () => {
    const source = fileURLToPath(new URL('./fixtures/FillsTheHeap.java', import.meta.url));
    const run = await runFixture({
      outOfMemory: javaRuntime.outOfMemory ?? [],
      command: [String(java), '-Xmx64m', '-XX:+UseSerialGC', source],
      workload: sleep,
    });
    expect(run.outcome).toMatchObject({
      status: 'out-of-memory',
      detail: expect.stringMatching(/^exit code 1, after "ready": .*OutOfMemoryError/),
    });
    expect(survivors(run.runId)).toEqual([]);
  });

  test("V8's heap limit is out of memory", async () => {
    const run = await runHostile('fills-the-heap', { node: ['--max-old-space-size=32'] });
    expect(run.outcome.status).toBe('out-of-memory');
  });

  test.each(['hangs-before-ready', 'hangs-at-the-end', 'ignores-sigterm', 'clings-to-life'])(
    '%s: timeout',
    async (kind) => {
      const run = await runHostile(kind, { timeoutSeconds: 1 });
      expect(run.outcome).toMatchObject({ status: 'timeout' });
      expect(survivors(run.runId)).toEqual([]);
    },
  );

  test('Ctrl-C: interrupted', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const run = await runFixture({
      command: [process.execPath, hostile, 'hangs-before-ready'],
      workload: sleep,
      interrupt: controller.signal,
    });
    expect(run.outcome.status).toBe('interrupted');
    expect(survivors(run.runId)).toEqual([]);
  });

  test('what cannot be started is told so', async () => {
    const run = await runFixture({ command: ['/nowhere/to/be/found'], workload: sleep });
    expect(run.outcome).toMatchObject({ status: 'launch-failed' });
  });

  test('last words are kept without colours, commands to a terminal and formulas', async () => {
    const run = await runHostile('colours-its-last-words');
    const { run: row } = runRows(run, { comparisonId: 'c', machineId: 'm' });
    expect(row.status_detail).toBe('exit code 1, after "ready": =HYPERLINK("x") <b>|');
  });
});
