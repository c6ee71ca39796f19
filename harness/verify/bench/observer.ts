import type { Missing } from '../../model/runtime.ts';
import type { BenchChild } from './bench-child.ts';
import type { ObservedTime } from './observed-time.ts';

/** A tool that measures a program's memory. One file each in `harness/verify/bench/observers/`. */
export interface Observer {
  /** As in the tables: `gnu-time`. */
  readonly id: string;
  /** Finds it on this machine, or installs it into the cache where that needs no privileges. */
  readonly locate: () => Promise<LocatedObserver | Missing>;
}

/** An observer that is ready for use. */
export interface LocatedObserver {
  /** Null where it does not tell. */
  readonly version: string | null;
  readonly observe: Observe;
}

/**
 * Watches programs, one after the other, in one invocation of the observer where it takes several.
 *
 * @returns what it reported about each.
 * @throws ToolFailure when a program or the observer fails or hangs.
 */
export type Observe = (children: readonly BenchChild[]) => Promise<readonly Observation[]>;

/** What an observer reported about one program. */
export interface Observation {
  /** The peak of memory; null when it has no figure. */
  readonly peakBytes: number | null;
  /** Which figure that is. */
  readonly figure: 'vmhwm' | 'cgroup' | 'pss' | 'ru_maxrss' | 'highest sample' | 'none';
  /** How often it looked; null for one that asks once, at the end. */
  readonly samplesPerSecond: number | null;
  /** Undefined for a command, whose life nobody outside sees. */
  readonly observedTime: ObservedTime | undefined;
  /** The numbers that the program itself reported, by checkpoint. */
  readonly said: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

/** For observers that watch one program per invocation. */
export function oneByOne(observe: (child: BenchChild) => Promise<Observation>): Observe {
  return async (children) => {
    const observations: Observation[] = [];
    for (const child of children) observations.push(await observe(child));
    return observations;
  };
}

/** The pace of looks at these times (seconds, ascending); null for fewer than two. */
export function paceOf(times: readonly number[]): number | null {
  const [first, last] = [times.at(0), times.at(-1)];
  if (first === undefined || last === undefined || last <= first) return null;
  return (times.length - 1) / (last - first);
}
