import { COUNTERS, type CounterName, type Counters } from './counters.ts';
import type { LivingProcess } from './living-process.ts';
import { parseCounter, parseCounters } from './parse-counters.ts';
import { numbersIn, readProc } from './proc-file.ts';

/** Everything that the kernel tells of a process; undefined when it has ended meanwhile. */
export function readCounters({ pid, stat }: LivingProcess): Counters | undefined {
  return parseCounters({
    stat,
    // The high-water mark first: a walk over all pages is slow, and not every program waits for us.
    status: readText(pid, 'status'),
    smaps_rollup: readText(pid, 'smaps_rollup'),
    'task/status': numbersIn(`/proc/${pid}/task`).map(
      (thread) => readProc(`/proc/${pid}/task/${thread}/status`) ?? '',
    ),
  });
}

/** One counter from a file of the process as a whole, with no other file read; null when it has ended, or has none. */
export function readCounter(pid: number | 'self', name: WholeProcessCounter): number | null {
  const { file } = COUNTERS[name].source;
  return parseCounter(name, { [file]: readText(pid, file) });
}

type WholeProcessCounter = {
  [Name in CounterName]: (typeof COUNTERS)[Name]['source']['file'] extends TextFile ? Name : never;
}[CounterName];

type TextFile = 'status' | 'smaps_rollup';

function readText(pid: number | 'self', file: TextFile): string | undefined {
  return readProc(`/proc/${pid}/${file}`);
}
