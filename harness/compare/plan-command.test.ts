import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { planTitle } from '../plan/plan-title.ts';
import { planCommands } from './plan-command.ts';

const catalogue = await loadCatalogue();
const out = join(mkdtempSync(join(tmpdir(), 'tasktax-command-')), 'out');
const options = { seed: 1, out };

test('a command with {tasks} is measured at four sizes, three times each', async () => {
  const { found, comparisons } = await planCommands(
    [{ command: ['true', '{tasks}'] }],
    options,
    catalogue,
  );
  expect(found).toMatchObject([{ runtime: { id: 'true' } }]);
  expect(comparisons).toMatchObject([{ folder: { path: out }, plan: { cases: 4, repeats: 3 } }]);
  expect(comparisons.map(({ plan }) => planTitle(plan))).toEqual(['true {tasks}']);
  const sizes = new Set(comparisons[0]?.plan.runs.map((run) => run.case.tasks));
  expect([...sizes].sort((a, b) => a - b)).toEqual([1, 1_000, 10_000, 100_000]);
});

test('one without is measured as it is', async () => {
  const { comparisons } = await planCommands([{ command: ['true'] }], options, catalogue);
  expect(comparisons).toMatchObject([
    { plan: { cases: 1, runs: [{ case: { tasks: 1 } }, {}, {}] } },
  ]);
});

test('it is out of memory in the words of any runtime', async () => {
  const { found } = await planCommands([{ command: ['true'] }], options, catalogue);
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
  await expect(
    planCommands([{ command: ['true'] }], { ...options, sizes: [5] }, catalogue),
  ).rejects.toThrow(new UsageError('--tasks needs a {tasks} in the command to put them in'));
  await expect(
    planCommands([{ command: ['no-such-command'] }], options, catalogue),
  ).rejects.toThrow('no command "no-such-command"');
});

test('named commands are measured in one comparison, each block holding every case of both', async () => {
  const { found, comparisons } = await planCommands(
    [
      { name: 'base', command: ['true', '{tasks}'] },
      { name: 'head', command: ['false', '{tasks}'] },
    ],
    { ...options, sizes: [1, 2] },
    catalogue,
  );
  expect(found).toMatchObject([{ runtime: { id: 'base' } }, { runtime: { id: 'head' } }]);
  const [{ plan } = { plan: undefined }] = comparisons;
  expect(plan && planTitle(plan)).toBe('base: true {tasks}; head: false {tasks}');
  const firstBlock = plan?.runs.slice(0, 4).map(({ case: one }) => `${one.runtimeId} ${one.tasks}`);
  expect(new Set(firstBlock).size).toBe(4);
});

test('a size that only one of two commands takes is wrong usage', async () => {
  const commands = [
    { name: 'base', command: ['true', '{tasks}'] },
    { name: 'head', command: ['false'] },
  ] as const;
  await expect(planCommands(commands, options, catalogue)).rejects.toThrow(
    'write {tasks} in every command, or in none',
  );
});
