import { expect, test } from 'vitest';
import { suiteFolderPath } from './suite-folder.ts';

const declared = { seed: 1 };

test("only a suite as it is declared goes to the suite's own folder", () => {
  expect(suiteFolderPath('smoke', declared, 1)).toMatch(/results\/smoke$/);
  for (const change of [
    { seed: 2 },
    { runtimes: ['node'] },
    { sizes: [1] },
    { repeats: 1 },
    { sleepSeconds: 1 },
    { timeoutSeconds: 1 },
    { memoryLimitBytes: 1 },
  ]) {
    const path = suiteFolderPath('smoke', { ...declared, ...change }, 1);
    expect(path).toMatch(/results\/local\/smoke-\d{8}T/);
  }
});

test('of several suites, each gets a folder in the one that was named', () => {
  const options = { ...declared, out: '/tmp/out' };
  expect(suiteFolderPath('smoke', options, 1)).toBe('/tmp/out');
  expect(suiteFolderPath('smoke', options, 2)).toBe('/tmp/out/smoke');
});
