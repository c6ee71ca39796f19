import type { MachineRow } from '../results/tables/machines.ts';
import { formatBytes } from '../text/quantity.ts';

/** A machine in a few words: `AMD EPYC, 2 CPUs, 25.3 GB, Debian GNU/Linux 12`. */
export function machineLine({
  cpu_model,
  architecture,
  cpu_count,
  memory_bytes,
  os,
}: MachineRow): string {
  const cpus = `${cpu_count} ${cpu_count === 1 ? 'CPU' : 'CPUs'}`;
  return [cpu_model ?? architecture, cpus, formatBytes(memory_bytes), os].join(', ');
}
