import type { Check } from './check.ts';

/** On a CPU that changes its frequency, the same work takes different times. One text for each frequency domain. */
export function governorCheck(governors: readonly (string | undefined)[]): Check {
  const names = [...new Set(governors.map((text) => text?.trim() || 'unknown'))];
  const others = names.filter((name) => name !== 'performance' && name !== 'unknown');
  const isUnknown = names.length === 0 || names.includes('unknown');
  return {
    what: 'cpu governor',
    seen: names.length === 0 ? 'unknown' : names.join(', '),
    bound: 'performance',
    verdict: others.length > 0 ? 'warn' : isUnknown ? 'unknown' : 'ok',
    advice:
      others.length > 0
        ? 'before a comparison: sudo cpupower frequency-set -g performance'
        : 'virtual machines often hide it: repeat runs and look at their spread',
  };
}

/**
 * Boost makes a cool CPU faster for the first seconds.
 *
 * @param noTurbo the switch of Intel's driver, 1 when boost is off.
 * @param boost the switch of the other drivers, 0 when boost is off.
 */
export function boostCheck(noTurbo: string | undefined, boost: string | undefined): Check {
  const isOn = noTurbo?.trim() === '0' || boost?.trim() === '1';
  const isOff = noTurbo?.trim() === '1' || boost?.trim() === '0';
  return {
    what: 'cpu boost',
    seen: isOn ? 'on' : isOff ? 'off' : 'unknown',
    bound: 'off',
    verdict: isOn ? 'warn' : isOff ? 'ok' : 'unknown',
    advice: isOn
      ? 'to compare times: switch it off in /sys/devices/system/cpu or in the firmware'
      : 'virtual machines often hide it: repeat runs and look at their spread',
  };
}

/** The load that is accepted for each CPU: an idle desktop causes about that much. */
const LOAD_A_CPU = 0.25;

/** What else the machine does: the load average of the last minute, which stands first. */
export function loadCheck(loadavg: string | undefined, cpuCount: number): Check {
  const load = loadavg?.match(/^(\d+\.\d+)(\s|$)/)?.[1];
  const most = LOAD_A_CPU * cpuCount;
  return {
    what: 'load average',
    seen: load === undefined ? 'unknown' : `${load} on ${cpuCount} CPUs`,
    bound: `at most ${most}`,
    verdict: load === undefined ? 'unknown' : Number(load) > most ? 'warn' : 'ok',
    advice: 'stop other programs, or wait a minute: runs will be flagged "other-cpu"',
  };
}
