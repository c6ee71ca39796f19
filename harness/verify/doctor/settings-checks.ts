import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import {
  CPU_LIMIT,
  type GroupSetting,
  MEMORY_LIMIT,
  settingPaths,
} from '../../kernel/cgroup-settings.ts';
import { cpuLimitCheck, memoryLimitCheck } from './cgroup-limits.ts';
import type { Check } from './check.ts';
import { boostCheck, governorCheck, loadCheck } from './cpu-settings.ts';
import { freeMemoryCheck, hugePagesCheck, overcommitCheck, swapCheck } from './memory-settings.ts';

const CPU = '/sys/devices/system/cpu';

/** Reads the settings of this machine that make figures noisy or unusual, and changes none. */
export async function settingsChecks(): Promise<readonly Check[]> {
  const meminfo = readSetting('/proc/meminfo');
  const ownGroups = readSetting('/proc/self/cgroup');
  const groupTexts = (setting: GroupSetting) =>
    settingPaths(ownGroups, setting).flatMap((path) => readSetting(path) ?? []);
  return [
    loadCheck(readSetting('/proc/loadavg'), availableParallelism()),
    governorCheck(governors()),
    boostCheck(readSetting(`${CPU}/intel_pstate/no_turbo`), readSetting(`${CPU}/cpufreq/boost`)),
    freeMemoryCheck(meminfo),
    swapCheck(meminfo),
    hugePagesCheck(readSetting('/sys/kernel/mm/transparent_hugepage/enabled')),
    overcommitCheck(readSetting('/proc/sys/vm/overcommit_memory')),
    memoryLimitCheck(groupTexts(MEMORY_LIMIT), totalmem()),
    cpuLimitCheck(groupTexts(CPU_LIMIT)),
  ];
}

/** The governor of every frequency domain. */
function governors(): readonly (string | undefined)[] {
  try {
    return readdirSync(`${CPU}/cpufreq`)
      .filter((name) => name.startsWith('policy'))
      .map((policy) => readSetting(`${CPU}/cpufreq/${policy}/scaling_governor`));
  } catch {
    return []; // no such folder: the machine does not tell
  }
}

/** The text of a kernel file; undefined for whatever reason it cannot be read: to a check it is unknown. */
function readSetting(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
