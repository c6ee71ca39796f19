import type { Check } from './check.ts';

/** A CPU that changes its clock makes the same work take different times. One text a frequency domain. */
export function governorCheck(governors: readonly (string | undefined)[]): Check {
  const names = [...new Set(governors.map((text) => text?.trim() || 'unknown'))];
  const others = names.filter((name) => name !== 'performance' && name !== 'unknown');
  const isUnknown = names.length === 0 || names.includes('unknown');
  return {
    what: 'cpu governor',
    seen: names.length === 0 ? 'not told' : names.join(', '),
    bound: 'performance',
    verdict: others.length > 0 ? 'warn' : isUnknown ? 'unknown' : 'ok',
    advice:
      others.length > 0
        ? 'for a comparison: sudo cpupower frequency-set -g performance'
        : 'virtual machines often do not tell: repeat runs and look at their spread',
  };
}

/**
 * Boost gives the first seconds on a cool CPU more than the rest.
 *
 * @param noTurbo Intel's switch, 1 when boost is off.
 * @param boost everybody else's, 0 when it is off.
 */
export function boostCheck(noTurbo: string | undefined, boost: string | undefined): Check {
  const isOn = noTurbo?.trim() === '0' || boost?.trim() === '1';
  const isOff = noTurbo?.trim() === '1' || boost?.trim() === '0';
  return {
    what: 'cpu boost',
    seen: isOn ? 'on' : isOff ? 'off' : 'not told',
    bound: 'off',
    verdict: isOn ? 'warn' : isOff ? 'ok' : 'unknown',
    advice: isOn
      ? 'for a comparison of times: switch it off in /sys/devices/system/cpu, or in the firmware'
      : 'virtual machines often do not tell: repeat runs and look at their spread',
  };
}

/** Other work that may be going on all the time; a quarter of a CPU each is what a desktop does by itself. */
const LOAD_A_CPU = 0.25;

/** What else the machine does: the load average of the last minute, which stands first. */
export function loadCheck(loadavg: string | undefined, cpuCount: number): Check {
  const load = loadavg?.match(/^(\d+\.\d+)(\s|$)/)?.[1];
  const most = LOAD_A_CPU * cpuCount;
  return {
    what: 'load average',
    seen: load === undefined ? 'not told' : `${load} on ${cpuCount} CPUs`,
    bound: `at most ${most}`,
    verdict: load === undefined ? 'unknown' : Number(load) > most ? 'warn' : 'ok',
    advice: 'end what else runs, or wait a minute: runs will be flagged "other-cpu"',
  };
}
