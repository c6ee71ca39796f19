import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import { PARKED, type Workload } from '../model/workload.ts';
import type { Evidence, ReachedLimit } from './evidence.ts';
import { judgeConcurrency } from './judge-concurrency.ts';
import { judgeExit, lastCheckpoint } from './judge-exit.ts';
import { judgeLateness } from './judge-lateness.ts';
import { judgeContract, judgeWork } from './judge-work.ts';
import type { Transcript } from './transcript.ts';

/** Determines the outcome of a run: checks its end first, then the contract, the work, the concurrency and the lateness. */
export function judge(theCase: Case, workload: Workload, evidence: Evidence): Outcome {
  const { transcript, stopped, limitReached } = evidence;
  if (stopped === 'interrupted') return { status: 'interrupted', detail: 'stopped by the user' };
  if (limitReached !== undefined) {
    return { status: 'out-of-memory', detail: limitDetail(limitReached, transcript) };
  }
  if (stopped === 'timeout') return judgeTimeout(theCase, workload, evidence);
  const failure = judgeExit(evidence);
  if (failure !== undefined || workload.keepsContract === false) return failure ?? { status: 'ok' };
  return (
    judgeContract(transcript) ??
    judgeWork(theCase, workload, transcript.readings) ??
    judgeConcurrency(theCase, workload, transcript.readings) ??
    judgeLateness(theCase, workload, transcript.readings) ?? { status: 'ok' }
  );
}

/** A timed-out run without concurrency is `not-concurrent`: a longer sleep may help, more time would not. */
function judgeTimeout(theCase: Case, workload: Workload, evidence: Evidence): Outcome {
  const { readings } = evidence.transcript;
  const hasParked = readings.some(({ checkpoint }) => checkpoint === PARKED);
  const notConcurrent = hasParked ? judgeConcurrency(theCase, workload, readings) : undefined;
  const detail = `after ${evidence.timeoutSeconds} s, ${lastCheckpoint(readings)}`;
  return notConcurrent ?? { status: 'timeout', detail };
}

function limitDetail({ by, bytes }: ReachedLimit, { readings }: Transcript): string {
  const how =
    by === 'kernel'
      ? `the kernel killed a process at the limit of ${bytes} bytes`
      : `resident memory exceeded the limit of ${bytes} bytes`;
  return `${how}, ${lastCheckpoint(readings)}`;
}
