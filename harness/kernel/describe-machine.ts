import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, release, totalmem } from 'node:os';
import { execa } from 'execa';
import { osInfo, system } from 'systeminformation';
import type { MachineRow } from '../results/tables/machines.ts';
import { readProc } from './proc-file.ts';

/** Describes this machine; it is read, never changed. What it does not tell is null. */
export async function describeMachine(): Promise<MachineRow> {
  const [os, hardware, pageBytes] = await Promise.all([osInfo(), system(), pageSize()]);
  const description = {
    os: `${os.distro} ${os.release}`.trim(),
    kernel: release(),
    architecture: arch(),
    cpu_model: cpus()[0]?.model.trim() || null,
    cpu_count: availableParallelism(),
    memory_bytes: totalmem(),
    page_bytes: pageBytes,
    swap_bytes: kilobytesOf(readProc('/proc/meminfo'), 'SwapTotal'),
    transparent_hugepages:
      readProc('/sys/kernel/mm/transparent_hugepage/enabled')?.match(/\[(\w+)\]/)?.[1] ?? null,
    overcommit: integerOf(readProc('/proc/sys/vm/overcommit_memory')),
    cpu_governor: readProc('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim() ?? null,
    virtualization: hardware.virtual ? hardware.virtualHost || 'virtual machine' : null,
  };
  const id = createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 12);
  return { machine_id: id, ...description };
}

async function pageSize(): Promise<number | null> {
  const { stdout, failed } = await execa('getconf', ['PAGESIZE'], { reject: false });
  return failed ? null : Number(stdout);
}

function kilobytesOf(text: string | undefined, field: string): number | null {
  const match = text?.match(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm'));
  return match ? Number(match[1]) * 1024 : null;
}

function integerOf(text: string | undefined): number | null {
  return text === undefined ? null : Number.parseInt(text, 10);
}
