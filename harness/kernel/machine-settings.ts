import { readdirSync } from 'node:fs';
import { readSetting } from './read-setting.ts';

/** The texts of the machine's settings that can make figures noisy or strange; undefined for one that it does not tell. */
export interface MachineSettings {
  /** The load average and what else stands in its file (proc_loadavg(5)). */
  readonly loadAverage: string | undefined;
  /** The frequency governor of each group of CPUs that share a clock; empty where there is none. */
  readonly governors: readonly (string | undefined)[];
  /** Intel's switch, 1 when boost is off. */
  readonly noTurbo: string | undefined;
  /** Everybody else's, 0 when boost is off. */
  readonly boost: string | undefined;
  /** All choices, with the one that is made in brackets: `always [madvise] never`. */
  readonly hugePages: string | undefined;
  /** 0, 1 or 2 (proc_sys_vm(5)). */
  readonly overcommit: string | undefined;
}

const CPU = '/sys/devices/system/cpu';

/** Reads, and only reads, the settings of this machine. */
export function readMachineSettings(): MachineSettings {
  return {
    loadAverage: readSetting('/proc/loadavg'),
    governors: governors(),
    noTurbo: readSetting(`${CPU}/intel_pstate/no_turbo`),
    boost: readSetting(`${CPU}/cpufreq/boost`),
    hugePages: readSetting('/sys/kernel/mm/transparent_hugepage/enabled'),
    overcommit: readSetting('/proc/sys/vm/overcommit_memory'),
  };
}

function governors(): readonly (string | undefined)[] {
  try {
    return readdirSync(`${CPU}/cpufreq`)
      .filter((name) => name.startsWith('policy'))
      .map((policy) => readSetting(`${CPU}/cpufreq/${policy}/scaling_governor`));
  } catch {
    return []; // there is no such folder
  }
}
