import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { ConfigError } from './config-error.ts';
import { loadConfig } from './load-config.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { withConfig } from './with-config.ts';

const catalogue = await loadCatalogue();
const program = { id: 'mine', command: ['node', './a.mjs'], workloads: ['sleep'] };
const suite = { id: 'few', series: [{ workload: 'sleep', tasks: [1, 10] }] };

function fileWith(content: string, name = 'tasktax.config.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tasktax-config-')), name);
  writeFileSync(path, content);
  return path;
}

const load = async (config: object) =>
  withConfig(catalogue, await loadConfig(fileWith(JSON.stringify(config))));

async function mistakesIn(config: object): Promise<readonly string[]> {
  const error: unknown = await load(config).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error('no mistake was found', { cause: error });
  return error.mistakes.map((mistake) => mistake.replace(/^\S+tasktax\.config\.json: /, ''));
}

test('suites and programs of the config are known beside those of tasktax', async () => {
  const { suites, runtimes } = await load({ suites: [suite], programs: [program] });
  expect(suites.get('few')?.repeats).toBe(3);
  expect(suites.get('few')?.title(() => '')).toBe('few');
  expect(suites.has('smoke')).toBe(true);
  expect(runtimes.get('mine')?.lacks).toHaveProperty('spawn');
  expect(runtimes.get('mine')?.lacks).not.toHaveProperty('sleep');
});

test('a suite of the config may repeat its cases until they are settled', async () => {
  const untilSettled = { precision: 0.05, maxRepeats: 10, budgetSeconds: 60 };
  const { suites } = await load({ suites: [{ ...suite, untilSettled }] });
  expect(suites.get('few')?.repeats).toEqual(untilSettled);
});

test.each([
  [
    { suites: [{ ...suite, repeats: 3, untilSettled: { maxRepeats: 10 } }] },
    'suites[0]: repeats and untilSettled exclude each other: choose one',
  ],
  [
    { suites: [{ ...suite, untilSettled: { precision: 2, maxRepeats: 6 } }] },
    'suites[0].untilSettled.precision: must be below 1',
  ],
  [
    { suite: [] },
    'unknown key "suite": did you mean "suites"? known: diff, measure, programs, suites',
  ],
  [{ suites: [{ ...suite, repeats: 0 }] }, 'suites[0].repeats: must be 1 or more'],
  [
    { suites: [{ id: 'a', series: [{ workload: 'slep', tasks: [1] }] }] },
    /^suites\[0\]\.series\[0\]\.workload: unknown workload "slep": did you mean "sleep"\?/,
  ],
  [
    {
      suites: [
        { id: 'a', series: [{ workload: 'sleep', tasks: [1], parameters: [{ second: 1 }] }] },
      ],
    },
    'suites[0].series[0].parameters[0]: "sleep" has no parameter "second": did you mean "seconds"? known: seconds',
  ],
  [{ suites: [{ ...suite, id: 'smoke' }] }, 'suites[0].id: "smoke" is taken: choose another name'],
  [
    { programs: [{ ...program, command: 'node a.mjs' }] },
    'programs[0].command: must be a list of words, e.g. ["node", "./tasks.mjs"]',
  ],
  [{ programs: [program, program] }, 'programs[1].id: "mine" is taken: choose another name'],
  [
    { programs: [{ ...program, id: 'My Program' }] },
    'programs[0].id: must be lower case letters, digits and -, e.g. "my-program"',
  ],
  [{ measure: { base: [] } }, 'measure.base[0]: must be a text'],
  [{ diff: { failAbove: 5 } }, 'diff.failAbove: must be a percentage, e.g. "5%"'],
])('%j: one line with the place, what is wrong and what is right', async (config, line) => {
  const mistakes = await mistakesIn(config);
  expect(mistakes).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
});

test('each of several mistakes has a line', async () => {
  const mistakes = await mistakesIn({
    suites: [{ id: 'A', series: [] }],
    diff: { failAbove: '5' },
  });
  expect(mistakes.map((line) => line.split(':')[0])).toEqual([
    'suites[0].id',
    'suites[0].series',
    'diff.failAbove',
  ]);
});

test.each([
  ['tasktax.config.ts', 'export default { measure: { a: ["true"] } satisfies object };'],
  ['tasktax.config.mjs', 'export default { measure: { a: ["true"] } };'],
  ['tasktax.config.json', '{ "measure": { "a": ["true"] } }'],
])('%s', async (name, content) => {
  const path = fileWith(content, name);
  expect(await loadConfig(path)).toMatchObject({ measure: { a: ['true'] } });
});

test('what tasktax init writes is a config, and so is what stands in its comments', async () => {
  expect(await loadConfig(fileWith(SAMPLE_CONFIG, 'tasktax.config.ts'))).toMatchObject({});
  const inUse = SAMPLE_CONFIG.replaceAll(/^ {2}\/\/ (?=.*[[\]{},]$)/gm, '  ');
  const config = await loadConfig(fileWith(inUse, 'tasktax.config.ts'));
  expect(Object.keys(config ?? {})).toEqual(
    expect.arrayContaining(['suites', 'programs', 'measure', 'diff']),
  );
  expect(withConfig(catalogue, config).runtimes.has('mine')).toBe(true);
});

test.each([
  ['no such file', '/nowhere/tasktax.config.ts', 'no config file /nowhere/tasktax.config.ts'],
  ['broken JSON', fileWith('{'), 'tasktax.config.json cannot be read: '],
  ['nothing exported', fileWith('', 'tasktax.config.mjs'), 'exports nothing: write'],
])('%s is wrong usage', async (_, path, message) => {
  const loading = loadConfig(path);
  await expect(loading).rejects.toThrow(UsageError);
  await expect(loadConfig(path)).rejects.toThrow(message);
});
