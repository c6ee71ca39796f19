import type { Headline, RunMetric } from './metric.ts';
import type { Parameters } from './parameters.ts';

/** The last checkpoint of every program; its reading holds the exact peak. */
export const LAST_CHECKPOINT = 'finished';

/** The checkpoint at which all tasks of a concurrent workload are suspended. */
export const PARKED = 'parked';

/** What the tasks do, and how a program proves that they did it. One file each in `harness/workloads/`. */
export interface Workload {
  readonly id: string;
  /** One sentence for tables and help. */
  readonly title: string;
  /**
   * False for a command given to `measure`, which is polled unless it happens to report checkpoints. No suite may name
   * such a workload.
   */
  readonly keepsContract?: false;
  /** Every parameter with its default, in canonical order. */
  readonly parameters: Parameters;
  /** The parameter that `--sleep` sets: the seconds of the single sleep of each task. */
  readonly sleepParameter?: string;
  /** The checkpoints in the order in which a program reports them, from `ready` to `finished`. */
  readonly checkpoints: readonly string[];
  /** The work that is timed: from the release of checkpoint `from` to the arrival of checkpoint `to`. */
  readonly timed: { readonly from: string; readonly to: string };
  /**
   * How the harness proves that all tasks were alive at `parked`. Either the program counts them (`live`), or, where it
   * cannot, the clock shows it: if `parked` arrives before the first sleep can end, no task has woken.
   */
  readonly concurrency?: 'counted' | 'counted-or-by-clock';
  /**
   * When each task is due to wake, in seconds after it went to sleep, and how late each wakes at least. A program reports
   * how late its tasks woke. Default: nobody asks.
   */
  readonly lateness?: (parameters: Parameters) => {
    readonly dueSeconds: number;
    readonly leastSeconds: number;
  };
  /** The minimum time in seconds from the release of `ready` to `finished`; a faster program skipped work. */
  readonly leastSeconds: (parameters: Parameters) => number;
  /** The number of tasks that must start and finish. */
  readonly expectedTasks: (tasks: number, parameters: Parameters) => number;
  /** The main result: the one metric that a table of this workload shows. */
  readonly headline: (parameters: Parameters) => Headline;
  /** Another memory of the same runs, which tables show beside the headline at the largest size. */
  readonly beside?: { readonly metric: RunMetric; readonly head: string };
  /** The parameters for another attempt after the first sleeps ended too early; undefined at the limit. */
  readonly lengthen?: (parameters: Parameters) => Parameters | undefined;
}

/** The value of a parameter that the plan has set. Throws if it is missing: the suite has a bug. */
export function parameter(parameters: Parameters, name: string): number {
  const value = parameters[name];
  if (value === undefined)
    throw new Error(`no parameter "${name}" in ${JSON.stringify(parameters)}`);
  return value;
}

/** The seconds that each task sleeps. Throws if the workload declares no `sleepParameter`. */
export function sleepSecondsOf({ id, sleepParameter }: Workload, parameters: Parameters): number {
  if (sleepParameter === undefined) throw new Error(`workload "${id}" has no sleepParameter`);
  return parameter(parameters, sleepParameter);
}
