import { expect, test } from 'vitest';
import { loadCatalogue, requireContracts } from './catalogue.ts';

const { workloads } = await loadCatalogue();

test('the workload of a command is known, and no suite can name it', () => {
  const suite = (workload: string) => ({
    id: 's',
    title: () => 's',
    repeats: 1,
    series: [{ workload, sizes: [1] }],
  });
  expect(workloads.has('command')).toBe(true);
  expect(() => requireContracts(suite('sleep'), workloads)).not.toThrow();
  expect(() => requireContracts(suite('command'), workloads)).toThrow(
    'suite "s" names "command", which is for measure only',
  );
});
