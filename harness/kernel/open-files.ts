import { readSetting } from './read-setting.ts';

/** Node itself has some twenty open; the rest is for a run's pipes and the files of /proc that are kept open. */
const LEAST_OPEN_FILES = 64;

/**
 * Why the harness cannot work with the files that it may have open at once, and what to do; undefined when it can.
 *
 * @param limits /proc/self/limits; undefined where there is none.
 */
export function tooFewOpenFiles(limits = readSetting('/proc/self/limits')): string | undefined {
  const most = Number(limits?.match(/^Max open files\s+(\d+)/m)?.[1] ?? Number.NaN);
  return most < LEAST_OPEN_FILES
    ? `at most ${most} files may be open at once, and the harness needs ${LEAST_OPEN_FILES}: raise the limit (ulimit -n 1024)`
    : undefined;
}
