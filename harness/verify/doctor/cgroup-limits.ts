import { formatBytes } from '../../text/quantity.ts';
import type { Check } from './check.ts';

/** A container with less memory than the machine makes runtimes choose smaller heaps, and may end them. */
export function memoryLimitCheck(limits: readonly string[], totalBytes: number): Check {
  const known = limits.filter((text) => /^(max|\d+)\s*$/.test(text));
  const bytes = Math.min(...known.map((text) => (text.trim() === 'max' ? Infinity : Number(text))));
  const isLimited = known.length > 0 && bytes < totalBytes;
  return {
    what: 'memory limit',
    seen:
      known.length === 0
        ? 'not told'
        : isLimited
          ? `${formatBytes(bytes)} of ${formatBytes(totalBytes)}`
          : 'none',
    bound: 'none',
    verdict: known.length === 0 ? 'unknown' : isLimited ? 'warn' : 'ok',
    advice: isLimited
      ? "raise the container's limit, or say it beside the figures"
      : 'no file of our control group tells of a limit, as on a machine without control groups',
  };
}

/** A group over its quota is held back for the rest of each period, in the middle of whatever it does. */
export function cpuLimitCheck(quotas: readonly string[]): Check {
  const known = quotas.filter((text) => /^(max|-1|\d+)(\s+\d+)?\s*$/.test(text));
  const limits = known.filter((text) => !/^(max|-1)/.test(text)).map((text) => text.trim());
  return {
    what: 'cpu limit',
    seen:
      known.length === 0
        ? 'not told'
        : limits.length === 0
          ? 'none'
          : `${limits.join(', ')} (microseconds, of each period)`,
    bound: 'none',
    verdict: known.length === 0 ? 'unknown' : limits.length === 0 ? 'ok' : 'warn',
    advice:
      limits.length > 0
        ? 'lift the quota: runs that are held back are flagged "throttled"'
        : 'no file of our control group tells of a quota, as on a machine without control groups',
  };
}
