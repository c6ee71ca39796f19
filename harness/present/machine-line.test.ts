import { expect, test } from 'vitest';
import { machineLine } from './machine-line.ts';

const machine = {
  machine_id: 'm',
  os: 'macOS 15.1',
  kernel: '24.1.0',
  architecture: 'arm64',
  cpu_model: 'Apple M4',
  cpu_count: 10,
  memory_bytes: 17_179_869_184,
  page_bytes: 16_384,
  swap_bytes: null,
  transparent_hugepages: null,
  overcommit: null,
  cpu_governor: null,
  virtualization: null,
};

test('processor, CPUs, memory and system; a processor without a name is called by its instruction set', () => {
  expect(machineLine(machine)).toBe('Apple M4, 10 CPUs, 17.2 GB, macOS 15.1');
  expect(machineLine({ ...machine, cpu_model: null, cpu_count: 1 })).toBe(
    'arm64, 1 CPU, 17.2 GB, macOS 15.1',
  );
});
