import {
  COUNTERS,
  type CounterName,
  type CounterSource,
  type Counters,
  counterNames,
  countersBy,
} from './counters.ts';
import { labelledNumber } from './labelled-number.ts';
import { type ProcStat, TICKS_PER_SECOND } from './proc-stat.ts';

/** What a process's files under /proc say; undefined for one that cannot be read. */
export interface ProcessFiles {
  readonly stat?: ProcStat | undefined;
  readonly status?: string | undefined;
  readonly smaps_rollup?: string | undefined;
  /** `status` of each thread. The process's own has the context switches of its first thread only. */
  readonly 'task/status'?: readonly string[] | undefined;
}

/** Everything that the files tell of a process; undefined when it has ended: the files of a zombie have no memory. */
export function parseCounters(files: ProcessFiles): Counters | undefined {
  const counters = countersBy((name) => parseCounter(name, files));
  const hasEnded = counterNames.some(
    (name) => 'always' in COUNTERS[name] && counters[name] === null,
  );
  return hasEnded ? undefined : counters;
}

/** One counter of a process; null when its file or its line is not there. */
export function parseCounter(name: CounterName, files: ProcessFiles): number | null {
  const source: CounterSource = COUNTERS[name].source;
  switch (source.file) {
    case 'none':
      return 1;
    case 'stat': {
      const { stat } = files;
      if (stat === undefined) return null;
      const sum = source.fields.reduce((total, number) => total + stat.field(number), 0);
      return source.unit === 'ticks' ? sum / TICKS_PER_SECOND : sum;
    }
    case 'status':
    case 'smaps_rollup':
      return sumOfLines(files[source.file] ?? '', source.fields, source.unit);
    case 'task/status':
      // A thread that has ended meanwhile adds nothing.
      return (
        files[source.file]?.reduce(
          (total, text) => total + (sumOfLines(text, source.fields, source.unit) ?? 0),
          0,
        ) ?? null
      );
  }
}

function sumOfLines(text: string, labels: readonly string[], unit: 'count' | 'kB'): number | null {
  let sum = 0;
  for (const label of labels) {
    const value = labelledNumber(text, label, unit);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
