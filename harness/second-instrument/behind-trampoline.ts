import type { Instrument, Watch } from '../run/observe/instrument.ts';
import { procInstrument } from '../run/observe/proc-instrument.ts';
import { readProc } from '../run/proc/proc-file.ts';
import { parseProcStatus } from '../run/proc/proc-status.ts';
import type { Counters } from '../vocabulary/reading.ts';

/**
 * The kernel's counters for a program that another process starts and waits for: what is read of the session,
 * without the process that leads it. Resident memory at checkpoints only; all else is the whole session's.
 */
export const behindTrampoline: Instrument = {
  ...procInstrument,
  watch(leader): Watch {
    const watch = procInstrument.watch(leader);
    return { ...watch, read: async () => withoutLeader(leader, await watch.read()) };
  },
};

/** The session's counters less those of its leader, which only waits and so stays as it is. */
function withoutLeader(leader: number, session: Counters | undefined): Counters | undefined {
  const own = parseProcStatus(readProc(`/proc/${leader}/status`) ?? '');
  if (session === undefined || own === undefined) return undefined;
  return {
    ...session,
    processes: session.processes - 1,
    rssBytes: session.rssBytes - own.rssBytes,
    peakRssBytes: session.peakRssBytes === null ? null : session.peakRssBytes - own.peakRssBytes,
  };
}
