import { meminfoBytes } from '../../kernel/meminfo.ts';
import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';

/** Swapped memory is not resident, so it is missing from every figure. */
export function swapCheck(meminfo: string | undefined): Check {
  const bytes = meminfoBytes(meminfo, 'SwapTotal');
  return {
    what: 'swap',
    seen: bytes === undefined ? 'unknown' : bytes === 0 ? 'none' : formatBytes(bytes),
    bound: 'none',
    verdict: bytes === undefined ? 'unknown' : bytes === 0 ? 'ok' : 'warn',
    advice: 'before a comparison: sudo swapoff -a; runs that swap are flagged "swap"',
  };
}

/** Enough for the largest suite: a million sleeping tasks in the most expensive runtime, and the system. */
const ENOUGH_BYTES = 4e9;

/** When memory is short, runtimes collect garbage at other moments, or are killed. */
export function freeMemoryCheck(meminfo: string | undefined): Check {
  const bytes = meminfoBytes(meminfo, 'MemAvailable');
  return {
    what: 'available memory',
    seen: bytes === undefined ? 'unknown' : formatBytes(bytes),
    bound: `at least ${formatBytes(ENOUGH_BYTES)}`,
    verdict: bytes === undefined ? 'unknown' : bytes < ENOUGH_BYTES ? 'warn' : 'ok',
    advice: 'stop other programs, or choose fewer tasks: --tasks 1,10000,100000',
  };
}

/** With `always`, one touched byte can make 2 MiB resident, which hides small differences. */
export function hugePagesCheck(enabled: string | undefined): Check {
  const choice = enabled?.match(/\[(\w+)\]/)?.[1];
  const isFine = choice === 'madvise' || choice === 'never';
  return {
    what: 'transparent huge pages',
    seen: choice ?? 'unknown',
    bound: 'madvise or never',
    verdict: choice === 'always' ? 'warn' : isFine ? 'ok' : 'unknown',
    advice:
      'before a comparison: echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled',
  };
}

/** With 2, the kernel refuses to overcommit, so runtimes that reserve much and touch little cannot start. */
export function overcommitCheck(text: string | undefined): Check {
  const mode = text?.match(/^([012])\s*$/)?.[1];
  return {
    what: 'memory overcommit',
    seen: mode === undefined ? 'unknown' : `vm.overcommit_memory = ${mode}`,
    bound: '0 or 1',
    verdict: mode === undefined ? 'unknown' : mode === '2' ? 'warn' : 'ok',
    advice: 'before a comparison: sudo sysctl vm.overcommit_memory=0',
  };
}
