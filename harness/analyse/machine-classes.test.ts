import { expect, test } from 'vitest';
import { machineRowWith } from '../results/machine-row.fixture.ts';
import { machineClasses, machineKinds } from './machine-classes.ts';

const machine = machineRowWith({ machine_id: 'a' });

test('machines that differ in swap space and a little memory agree', () => {
  const other = machineRowWith({ machine_id: 'b', memory_bytes: 24.8e9, swap_bytes: 1e9 });
  expect([...machineClasses([machine, other])]).toEqual([
    ['a', 'a'],
    ['b', 'a'],
  ]);
  expect(machineKinds([machine, other])).toEqual([machine]);
});

test.each([
  { cpu_model: 'Another' },
  { cpu_count: 4 },
  { memory_bytes: 50e9 },
  { os: 'Another OS' },
  { kernel: '2.0' },
  { architecture: 'arm64' },
  { transparent_hugepages: 'always' },
])('machines that differ in this do not agree: %o', (change) => {
  const other = machineRowWith({ machine_id: 'b', ...change });
  expect(machineClasses([machine, other]).get('b')).toBe('b');
  expect(machineKinds([machine, other])).toHaveLength(2);
});
