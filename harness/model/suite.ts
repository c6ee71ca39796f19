import type { Parameters } from './parameters.ts';
import type { Repeats } from './repeats.ts';

/** The cases to compare, and how often. One file each in `harness/suites/`. */
export interface Suite {
  readonly id: string;
  /**
   * What it measures, in a phrase.
   *
   * @param count puts the sizes that are planned before a noun: `count('task')` is `1 to 1,000,000 tasks`.
   */
  readonly title: (count: (noun: string) => string) => string;
  /** How often each case runs, unless `--repeats` or `--precision` overrides it. */
  readonly repeats: Repeats;
  readonly series: readonly Series[];
  /** False for a suite that only checks this machine: its results do not appear in documents. */
  readonly publishes?: false;
  /** The runtimes to compare, unless `--runtimes` overrides them. Default: every installed runtime. */
  readonly runtimes?: readonly string[];
  /** The versions to compare, unless `--runtimes` overrides them. Default: every installed runtime. */
  readonly history?: readonly History[];
}

/** The newest releases of a runtime, one for each major or minor. */
export interface History {
  readonly runtime: string;
  /** How many. Default: all. */
  readonly newest?: number;
  readonly of: 'major' | 'minor';
}

/** One workload at several sizes. */
export interface Series {
  readonly workload: string;
  /** The numbers of tasks, unless `--tasks` overrides them. */
  readonly sizes: readonly number[];
  /** Changes of the default parameters at a size; each entry makes a case. Default: one case without changes. */
  readonly variants?: (tasks: number) => readonly Parameters[];
}
