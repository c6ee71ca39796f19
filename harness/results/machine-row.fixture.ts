import type { MachineRow } from './tables/machines.ts';

/** A row of machines for tests, with what the test cares about set. */
export function machineRowWith(changes: Partial<MachineRow>): MachineRow {
  return {
    machine_id: 'm',
    os: 'Made-up OS 1',
    kernel: '1.0',
    architecture: 'x64',
    cpu_model: 'Made-up CPU',
    cpu_count: 2,
    memory_bytes: 25e9,
    page_bytes: 4096,
    swap_bytes: 0,
    transparent_hugepages: null,
    overcommit: null,
    cpu_governor: null,
    virtualization: null,
    ...changes,
  };
}
