import { createHash } from 'node:crypto';
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { osInfo, system } from 'systeminformation';
import which from 'which';
import { readMachineSettings } from './machine-settings.ts';
import { meminfoBytes, readMeminfo } from './meminfo.ts';
import { pageSize } from './page-size.ts';
import { readSetting } from './read-setting.ts';

/** Describes this machine as a row of `machines.csv`; it is read, never changed. What it does not tell is null. */
export async function describeMachine() {
  const { hugePages, overcommit } = readMachineSettings();
  const [os, virtualized, pageBytes] = await Promise.all([osInfo(), virtualization(), pageSize()]);
  const description = {
    // In a bare container no file names the distribution.
    os: `${os.distro} ${os.release}`.trim() || platform(),
    kernel: release(),
    architecture: arch(),
    cpu_model: cpus()[0]?.model.trim() || null,
    cpu_count: availableParallelism(),
    memory_bytes: totalmem(),
    page_bytes: pageBytes,
    swap_bytes: meminfoBytes(readMeminfo(), 'SwapTotal') ?? null,
    transparent_hugepages: hugePages?.match(/\[(\w+)\]/)?.[1] ?? null,
    overcommit: overcommit === undefined ? null : Number.parseInt(overcommit, 10),
    cpu_governor:
      readSetting('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim() ?? null,
    virtualization: virtualized,
  };
  const id = createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 12);
  return { machine_id: id, ...description };
}

/** The hypervisor or container kind; systeminformation looks for it with grep, and complains on stderr where there is none. */
async function virtualization(): Promise<string | null> {
  if ((await which('grep', { nothrow: true })) === null) return null;
  const { virtual, virtualHost } = await system();
  return virtual ? virtualHost || 'virtual machine' : null;
}
