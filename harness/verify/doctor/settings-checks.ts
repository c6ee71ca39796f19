import { availableParallelism, totalmem } from 'node:os';
import { GROUP_FILES, type GroupFile } from '../../kernel/cgroup-files.ts';
import { readMachineSettings } from '../../kernel/machine-settings.ts';
import { readMeminfo } from '../../kernel/meminfo.ts';
import { readGroupFiles } from '../../kernel/own-groups.ts';
import { cpuLimitCheck, memoryLimitCheck } from './cgroup-limits.ts';
import type { Check } from './check.ts';
import { boostCheck, governorCheck, loadCheck } from './cpu-settings.ts';
import { freeMemoryCheck, hugePagesCheck, overcommitCheck, swapCheck } from './memory-settings.ts';

/** Checks the settings of this machine that make figures noisy or unusual, and changes none. */
export async function settingsChecks(): Promise<readonly Check[]> {
  const settings = readMachineSettings();
  const meminfo = readMeminfo();
  const groupTexts = (file: GroupFile) => readGroupFiles(file).flatMap((text) => text ?? []);
  return [
    loadCheck(settings.loadAverage, availableParallelism()),
    governorCheck(settings.governors),
    boostCheck(settings.noTurbo, settings.boost),
    freeMemoryCheck(meminfo),
    swapCheck(meminfo),
    hugePagesCheck(settings.hugePages),
    overcommitCheck(settings.overcommit),
    memoryLimitCheck(groupTexts(GROUP_FILES.memoryLimit), totalmem()),
    cpuLimitCheck(groupTexts(GROUP_FILES.cpuQuota)),
  ];
}
