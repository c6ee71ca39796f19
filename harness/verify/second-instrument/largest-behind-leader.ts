import type { Instrument, Watch } from '../../kernel/instrument.ts';
import { readProc } from '../../kernel/proc-file.ts';
import { procInstrument } from '../../kernel/proc-instrument.ts';
import { type ProcStatus, parseProcStatus } from '../../kernel/proc-status.ts';
import { sessionFinder } from '../../kernel/session-processes.ts';

/**
 * The kernel's counters for a program that another process starts and waits for, and which tells at the end what the
 * largest process of it needed, not what all did: resident memory and peak are those of the largest process behind
 * the leader of the session. All else is the whole session's.
 */
export const behindTrampoline: Instrument = {
  ...procInstrument,
  watch(leader): Watch {
    const watch = procInstrument.watch(leader);
    const findProcesses = sessionFinder(leader);
    return {
      ...watch,
      async read() {
        const session = await watch.read();
        const largest = largestOf(
          findProcesses()
            .map(({ pid }) => pid)
            .filter((pid) => pid !== leader),
        );
        if (session === undefined || largest === undefined) return undefined;
        const { rssBytes, peakRssBytes } = largest;
        return { ...session, processes: session.processes - 1, rssBytes, peakRssBytes };
      },
    };
  },
};

/** The process with the highest mark, by its `status`. */
function largestOf(pids: readonly number[]): ProcStatus | undefined {
  return pids
    .flatMap((pid) => parseProcStatus(readProc(`/proc/${pid}/status`) ?? '') ?? [])
    .reduce<ProcStatus | undefined>(
      (largest, one) => (one.peakRssBytes > (largest?.peakRssBytes ?? 0) ? one : largest),
      undefined,
    );
}
