import type { MachineRow } from '../../results/tables/machines.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import { formatBytes } from '../../text/quantity.ts';
import { type ReportTable, textCell } from './report-table.ts';

/** A machine as names and values, without what it does not tell. */
export function machineFacts(machine: MachineRow): readonly (readonly [string, string])[] {
  const bytes = (value: number | null) => (value === null ? null : formatBytes(value));
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['system', machine.os],
    ['kernel', machine.kernel],
    ['architecture', machine.architecture],
    ['processor', machine.cpu_model],
    ['CPUs', machine.cpu_count],
    ['memory', bytes(machine.memory_bytes)],
    ['swap', bytes(machine.swap_bytes)],
    ['transparent huge pages', machine.transparent_hugepages],
    ['overcommit', machine.overcommit],
    ['frequency governor', machine.cpu_governor],
    ['virtualization', machine.virtualization],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}

/** What ran, each with the exact binary. */
export function runtimeFacts(runtimes: readonly RuntimeRow[]): ReportTable {
  const hasLimits = runtimes.some(({ raised_limit }) => raised_limit);
  const hasVariants = runtimes.some(({ variant }) => variant);
  const head = [
    'runtime',
    ...(hasVariants ? ['variant'] : []),
    'from',
    'SHA-256 of the executable',
    'command',
  ];
  return {
    head: [...head, ...(hasLimits ? ['raised limit'] : [])],
    rows: runtimes.map((row) => ({
      runtimeId: row.runtime_id,
      cells: [
        textCell(row.runtime_id),
        ...(hasVariants ? [textCell(row.variant ?? '')] : []),
        textCell(row.source),
        textCell(row.executable_sha256.slice(0, 12)),
        textCell(row.command),
        ...(hasLimits ? [textCell(row.raised_limit ?? '')] : []),
      ],
    })),
  };
}
