import semver from 'semver';
import type { Located, Missing } from '../model/runtime.ts';

/** The newest release that a semver range allows; prereleases only when the range names one. */
export function newestMatch(releases: readonly string[], range: string): string | undefined {
  return semver.maxSatisfying(releases, range) ?? undefined;
}

/** Whether a version as its runtime writes it (`25.2`, `21.0.4.1`, `1.95.0+tokio-1.54.1`) is in a semver range. */
export function isInRange(version: string, range: string): boolean {
  const comparable = semver.valid(version) ?? semver.coerce(version);
  return comparable !== null && semver.satisfies(comparable, range);
}

/** Sorts versions, as runtimes write them, newest first. */
export function byVersionDescending(a: string, b: string): number {
  return semver.rcompare(semver.coerce(a) ?? '0.0.0', semver.coerce(b) ?? '0.0.0');
}

/** The newest release of each of the latest `count` majors (or minors; default: all), newest first: `26.10.0, 25.9.0, 24.21.0`. */
export function newestReleases(
  releases: readonly string[],
  count: number | undefined,
  of: 'major' | 'minor',
): readonly string[] {
  // `3.14.0rc1` of CPython is no version to semver.
  const stable = releases.filter(
    (release) => semver.valid(release) !== null && semver.prerelease(release) === null,
  );
  const newest = new Map<string, string>();
  for (const release of semver.rsort([...stable])) {
    const line =
      of === 'major'
        ? `${semver.major(release)}`
        : `${semver.major(release)}.${semver.minor(release)}`;
    if (!newest.has(line)) newest.set(line, release);
  }
  return [...newest.values()].slice(0, count);
}

/** Checks the installed version against the requested range, for runtimes whose other versions cannot be fetched. */
export function inRange<Here extends Pick<Located, 'version'>>(
  here: Here,
  range: string | undefined,
  remedy: string,
): Here | Missing {
  if (range === undefined || isInRange(here.version, range)) return here;
  return { missing: `the installed version is ${here.version}`, remedy };
}
