import { type Counters, countersBy } from './counters.ts';

/** The counters of several processes as one; what is unknown of one is unknown of all. Undefined for no process. */
export function sumCounters(processes: readonly Counters[]): Counters | undefined {
  const [first, ...others] = processes;
  return first && others.reduce(add, first);
}

function add(a: Counters, b: Counters): Counters {
  return countersBy((name) => known(a[name], b[name]));
}

function known(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
