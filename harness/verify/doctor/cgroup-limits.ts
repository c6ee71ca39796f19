import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';

/** In a container with less memory than the machine, runtimes choose smaller heaps and may be killed. */
export function memoryLimitCheck(limits: readonly string[], totalBytes: number): Check {
  const known = limits.filter((text) => /^(max|\d+)\s*$/.test(text));
  const bytes = Math.min(...known.map((text) => (text.trim() === 'max' ? Infinity : Number(text))));
  const isLimited = known.length > 0 && bytes < totalBytes;
  return {
    what: 'memory limit',
    seen:
      known.length === 0
        ? 'unknown'
        : isLimited
          ? `${formatBytes(bytes)} of ${formatBytes(totalBytes)}`
          : 'none',
    bound: 'none',
    verdict: known.length === 0 ? 'unknown' : isLimited ? 'warn' : 'ok',
    advice: isLimited
      ? "raise the container's limit, or state it with the figures"
      : 'no control group of this process has a limit file: perhaps the machine has no control groups',
  };
}

/** The kernel stops a group that has used up its quota for the rest of the period. */
export function cpuLimitCheck(quotas: readonly string[]): Check {
  const known = quotas.filter((text) => /^(max|-1|\d+)(\s+\d+)?\s*$/.test(text));
  const limits = known.filter((text) => !/^(max|-1)/.test(text)).map((text) => text.trim());
  return {
    what: 'cpu limit',
    seen:
      known.length === 0
        ? 'unknown'
        : limits.length === 0
          ? 'none'
          : `${limits.join(', ')} (microseconds a period)`,
    bound: 'none',
    verdict: known.length === 0 ? 'unknown' : limits.length === 0 ? 'ok' : 'warn',
    advice:
      limits.length > 0
        ? 'lift the quota: throttled runs are flagged "throttled"'
        : 'no control group of this process has a quota file: perhaps the machine has no control groups',
  };
}
