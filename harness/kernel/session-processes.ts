import { type LivingProcess, livingProcess } from './living-process.ts';
import { numbersIn } from './proc-file.ts';

/**
 * Finds the living processes of a run, again and again: the child's session, and what its processes started in a
 * session of its own (Erlang's emulator has a helper that does so). A process that is unrelated when it is first seen
 * stays so, and is read only once.
 *
 * @param launcherPid whose children are the run's too: a daemon's parent has ended before anybody could see it.
 */
export function sessionFinder(
  sessionId: number,
  launcherPid?: number,
): () => readonly LivingProcess[] {
  let unrelated = new Set<number>();
  let members = new Set<number>();
  return () => {
    const pids = numbersIn('/proc');
    unrelated = new Set(pids.filter((pid) => unrelated.has(pid))); // a number may be used again
    members = new Set(pids.filter((pid) => members.has(pid)));
    const found: LivingProcess[] = [];
    let undecided: LivingProcess[] = [];
    for (const pid of pids) {
      if (unrelated.has(pid) || pid === launcherPid) continue;
      const one = livingProcess(pid);
      if (one === undefined) continue;
      if (members.has(pid)) found.push(one);
      else undecided.push(one);
    }
    // Numbers wrap around: a child may come before its parent.
    for (let before = -1; before !== undecided.length; ) {
      before = undecided.length;
      undecided = undecided.filter((one) => {
        const { session, parent } = one.stat;
        if (session !== sessionId && parent !== launcherPid && !members.has(parent)) return true;
        members.add(one.pid);
        found.push(one);
        return false;
      });
    }
    for (const { pid } of undecided) unrelated.add(pid);
    return found;
  };
}
