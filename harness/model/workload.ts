import type { Headline } from './metric.ts';
import type { Parameters } from './parameters.ts';

/** The checkpoint that every program ends with; its reading holds the exact peak. */
export const LAST_CHECKPOINT = 'finished';

/** The checkpoint at which a workload that promises concurrency has all its tasks suspended. */
export const PARKED = 'parked';

/** What the tasks do, and what a program that implements it must show. One file each in `harness/workloads/`. */
export interface Workload {
  readonly id: string;
  /** One sentence for tables and help. */
  readonly title: string;
  /**
   * False for any command that `measure` is given: it may speak the contract, and is polled when it does not. No suite
   * may name such a workload.
   */
  readonly keepsContract?: false;
  /** Every parameter with its default, in canonical order. */
  readonly parameters: Parameters;
  /** The parameter that says for how many seconds each task sleeps, where tasks sleep once: `--sleep` sets it. */
  readonly sleepParameter?: string;
  /** Every checkpoint in the order in which a program reports it, from `ready` to `finished`. */
  readonly checkpoints: readonly string[];
  /** The work whose pace is reported: from the release of `ready`, or of `from`, to the arrival of `to`. */
  readonly timed: { readonly from: string; readonly to: string };
  /**
   * How it is known that all tasks were alive at `parked`: the program counts them (`live`); or, for a program
   * that cannot, the clock shows it: no task has woken when `parked` comes sooner after `ready` than tasks sleep.
   */
  readonly concurrency?: 'counted' | 'counted-or-by-clock';
  /** Seconds that must pass between the release of `ready` and `finished`; a program that is faster did not work. */
  readonly leastSeconds: (parameters: Parameters) => number;
  /** How many tasks must have started and finished. */
  readonly expectedTasks: (tasks: number, parameters: Parameters) => number;
  /** The metric that a table shows when it has room for one. */
  readonly headline: (parameters: Parameters) => Headline;
  /** The parameters for another try when creating the tasks outlasted them; none when there is no longer try. */
  readonly lengthen?: (parameters: Parameters) => Parameters | undefined;
}

/** A parameter that the plan has set; a missing one is a mistake in a suite. */
export function parameter(parameters: Parameters, name: string): number {
  const value = parameters[name];
  if (value === undefined)
    throw new Error(`no parameter "${name}" in ${JSON.stringify(parameters)}`);
  return value;
}

/** For how long each task sleeps; a workload that is asked must declare the parameter. */
export function sleepSecondsOf({ id, sleepParameter }: Workload, parameters: Parameters): number {
  if (sleepParameter === undefined) throw new Error(`workload "${id}" has no sleepParameter`);
  return parameter(parameters, sleepParameter);
}
