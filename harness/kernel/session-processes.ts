import { type LivingProcess, livingProcess } from './living-process.ts';
import { numbersIn } from './proc-file.ts';

/**
 * Finds the living processes of a run, again and again: the child's session, and what its processes started in a
 * session of its own (Erlang's emulator has a helper that does so). A process that is unrelated when it is first seen
 * stays so, and is read only once.
 */
export function sessionFinder(sessionId: number): () => readonly LivingProcess[] {
  let unrelated = new Set<number>();
  let members = new Set<number>();
  return () => {
    const pids = numbersIn('/proc');
    unrelated = new Set(pids.filter((pid) => unrelated.has(pid))); // a number may be used again
    members = new Set(pids.filter((pid) => members.has(pid)));
    return pids.flatMap((pid) => {
      if (unrelated.has(pid)) return [];
      const one = livingProcess(pid);
      if (one === undefined) return [];
      const { session, parent } = one.stat;
      if (session !== sessionId && !members.has(parent) && !members.has(pid)) {
        unrelated.add(pid);
        return [];
      }
      members.add(pid);
      return [one];
    });
  };
}
