import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { planCommand } from './plan-command.ts';

const catalogue = await loadCatalogue();
const out = join(mkdtempSync(join(tmpdir(), 'tasktax-command-')), 'out');
const options = { seed: 1, out };

test('a command with {tasks} is measured at four sizes, three times each', async () => {
  const { found, comparisons } = await planCommand(['true', '{tasks}'], options, catalogue);
  expect(found).toMatchObject([{ runtime: { id: 'true' } }]);
  expect(comparisons).toMatchObject([
    { folder: { path: out }, plan: { cases: 4, repeats: 3, suite: { title: 'true {tasks}' } } },
  ]);
  const sizes = new Set(comparisons[0]?.plan.runs.map((run) => run.case.tasks));
  expect([...sizes].sort((a, b) => a - b)).toEqual([1, 1_000, 10_000, 100_000]);
});

test('one without is measured as it is', async () => {
  const { comparisons } = await planCommand(['true'], options, catalogue);
  expect(comparisons).toMatchObject([
    { plan: { cases: 1, runs: [{ case: { tasks: 1 } }, {}, {}] } },
  ]);
});

test('it is out of memory in the words of any runtime', async () => {
  const { found } = await planCommand(['true'], options, catalogue);
  const patterns = found[0]?.runtime.outOfMemory ?? [];
  for (const line of [
    'FATAL ERROR: JavaScript heap out of memory',
    'Bun has run out of memory.',
    'java.lang.OutOfMemoryError: Java heap space',
    'fatal error: runtime: out of memory',
    'MemoryError',
    'memory allocation of 448 bytes failed',
    'eheap_alloc: Cannot allocate 1864 bytes of memory',
  ]) {
    expect(patterns.some((pattern) => pattern.test(line))).toBe(true);
  }
});

test('sizes without a place for them, and a command that is not there, are wrong usage', async () => {
  await expect(planCommand(['true'], { ...options, sizes: [5] }, catalogue)).rejects.toThrow(
    new UsageError('--tasks needs a {tasks} in the command to put them in'),
  );
  await expect(planCommand(['no-such-command'], options, catalogue)).rejects.toThrow(
    'no command "no-such-command"',
  );
});
