import { meminfoBytes } from '../../kernel/meminfo.ts';
import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';

/** A page that went to swap is not resident, so memory that is swapped out is missing from every figure. */
export function swapCheck(meminfo: string | undefined): Check {
  const bytes = meminfoBytes(meminfo, 'SwapTotal');
  return {
    what: 'swap',
    seen: bytes === undefined ? 'not told' : bytes === 0 ? 'none' : formatBytes(bytes),
    bound: 'none',
    verdict: bytes === undefined ? 'unknown' : bytes === 0 ? 'ok' : 'warn',
    advice: 'for a comparison: sudo swapoff -a; runs that swapped are flagged "swap"',
  };
}

/** What the largest suite takes: a million sleeping tasks of the hungriest runtime, and room for the rest. */
const ENOUGH_BYTES = 4e9;

/** Runtimes collect garbage otherwise when memory is short, if they are not ended for want of it. */
export function freeMemoryCheck(meminfo: string | undefined): Check {
  const bytes = meminfoBytes(meminfo, 'MemAvailable');
  return {
    what: 'available memory',
    seen: bytes === undefined ? 'not told' : formatBytes(bytes),
    bound: `at least ${formatBytes(ENOUGH_BYTES)}`,
    verdict: bytes === undefined ? 'unknown' : bytes < ENOUGH_BYTES ? 'warn' : 'ok',
    advice: 'end what else runs, or choose fewer tasks: --tasks 1,10000,100000',
  };
}

/** With `always`, one touched byte may make 2 MiB resident: small differences drown in whole huge pages. */
export function hugePagesCheck(enabled: string | undefined): Check {
  const choice = enabled?.match(/\[(\w+)\]/)?.[1];
  const isFine = choice === 'madvise' || choice === 'never';
  return {
    what: 'transparent huge pages',
    seen: choice ?? 'not told',
    bound: 'madvise or never',
    verdict: choice === 'always' ? 'warn' : isFine ? 'ok' : 'unknown',
    advice: 'for a comparison: echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled',
  };
}

/** With 2 the kernel promises no more than it has, and runtimes that reserve much and touch little cannot start. */
export function overcommitCheck(text: string | undefined): Check {
  const mode = text?.match(/^([012])\s*$/)?.[1];
  return {
    what: 'memory overcommit',
    seen: mode === undefined ? 'not told' : `vm.overcommit_memory = ${mode}`,
    bound: '0 or 1',
    verdict: mode === undefined ? 'unknown' : mode === '2' ? 'warn' : 'ok',
    advice: 'for a comparison: sudo sysctl vm.overcommit_memory=0',
  };
}
