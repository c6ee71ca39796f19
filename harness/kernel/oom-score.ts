import { writeFileSync } from 'node:fs';

/** Of at most 1000: a process with a high score is ended first when memory runs out. */
const RAISED_SCORE = '900';

/** Makes the kernel end this process and its descendants, and not the harness, when memory runs out (proc_pid_oom_score_adj(5)). */
export function raiseOomScore(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, RAISED_SCORE);
  } catch {
    // There is no /proc, or the process has ended: runs are measured all the same.
  }
}
