import type { Parameters } from './parameters.ts';

/** The cases to compare, and how often. One file each in `harness/suites/`. */
export interface Suite {
  readonly id: string;
  readonly title: string;
  /** How many runs of every case, unless `--repeats` says otherwise. */
  readonly repeats: number;
  readonly series: readonly Series[];
  /** False for results that are of this machine and this moment only: no document is made of them. */
  readonly publishes?: false;
  /** The runtimes that it compares, unless `--runtimes` says otherwise. Default: every runtime that is here. */
  readonly runtimes?: readonly string[];
  /** The versions that it compares, unless `--runtimes` says otherwise. Default: every runtime that is here, as it is. */
  readonly history?: readonly History[];
}

/** The newest releases of a runtime, one for each major or minor. */
export interface History {
  readonly runtime: string;
  readonly newest: number;
  readonly of: 'major' | 'minor';
}

/** One workload at several sizes. */
export interface Series {
  readonly workload: string;
  /** Numbers of tasks, unless `--tasks` says otherwise. */
  readonly sizes: readonly number[];
  /** What differs from the workload's defaults at a size; each entry is a case of its own. Default: one, nothing differs. */
  readonly variants?: (tasks: number) => readonly Parameters[];
}
