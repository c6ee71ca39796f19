import type { Reading } from '../kernel/reading.ts';
import type { Case } from '../model/case.ts';
import type { Outcome } from '../model/outcome.ts';
import { LAST_CHECKPOINT, PARKED, parameter, type Workload } from '../model/workload.ts';
import type { Conversation } from './converse.ts';
import type { Ending } from './launch.ts';
import type { MemoryLimit } from './memory-limit.ts';

/** Everything that decides how a run ended. */
export interface Evidence {
  readonly conversation: Conversation;
  readonly stderrTail: string;
  /** Why the run was stopped from our side, if it was. */
  readonly stopped: 'timeout' | 'interrupted' | undefined;
  readonly timeoutSeconds: number;
  /** Whether the kernel ended any process for want of memory meanwhile. */
  readonly kernelOutOfMemory: boolean;
  /** The limit that the user has set, when it was reached, and who ended what reached it. */
  readonly reached?: Pick<MemoryLimit, 'by' | 'bytes'> | undefined;
}

/** Gives a run its one status: first whether it lived, then whether it kept the contract, then whether it did the work. */
export function judge(theCase: Case, workload: Workload, evidence: Evidence): Outcome {
  const { conversation, stopped } = evidence;
  if (stopped === 'interrupted') return { status: 'interrupted', detail: 'stopped by the user' };
  if (evidence.reached !== undefined) {
    return { status: 'out-of-memory', detail: limitDetail(evidence.reached, conversation) };
  }
  if (stopped === 'timeout') {
    // More time would not make it count, and a longer sleep may.
    const parked = conversation.readings.some(({ checkpoint }) => checkpoint === PARKED);
    const tooLate = parked ? judgeConcurrency(theCase, workload, conversation.readings) : undefined;
    if (tooLate !== undefined) return tooLate;
    return {
      status: 'timeout',
      detail: `after ${evidence.timeoutSeconds} s, ${lastWord(conversation.readings)}`,
    };
  }
  const death = judgeEnding(conversation.ending, evidence);
  if (death !== undefined || workload.keepsContract === false) return death ?? { status: 'ok' };
  return (
    judgeContract(conversation) ??
    judgeWork(theCase, workload, conversation.readings) ??
    judgeConcurrency(theCase, workload, conversation.readings) ?? { status: 'ok' }
  );
}

function limitDetail({ by, bytes }: Pick<MemoryLimit, 'by' | 'bytes'>, said: Conversation): string {
  const how =
    by === 'kernel'
      ? `the kernel ended a process at the limit of ${bytes} bytes`
      : `resident memory was seen over the limit of ${bytes} bytes`;
  return `${how}, ${lastWord(said.readings)}`;
}

// What runtimes say when they find no memory within a limit of their own, or get none from the system.
const OUT_OF_MEMORY = new RegExp(
  [
    'JavaScript (heap )?out of memory', // V8, under Node and under Deno
    'has run out of memory', // Bun
    'OutOfMemoryError', // Java
    'fatal error: out of memory', // Go
    'runtime: out of memory', // Go
    '^MemoryError', // CPython
    'memory allocation of \\d+ bytes failed', // Rust
    'cannot allocate \\d+ bytes of memory', // Erlang
    'std::bad_alloc', // C++
    'cannot allocate memory', // the C library
  ].join('|'),
  'im',
);

function judgeEnding(ending: Ending | undefined, evidence: Evidence): Outcome | undefined {
  if (ending === undefined || ending.exitCode === 0) return undefined;
  const how = ending.signal === null ? `exit code ${ending.exitCode}` : ending.signal;
  const detail = `${how}, ${lastWord(evidence.conversation.readings)}${lastWords(evidence.stderrTail)}`;
  if (ending.signal === 'SIGKILL') {
    return { status: evidence.kernelOutOfMemory ? 'out-of-memory' : 'killed', detail };
  }
  return { status: OUT_OF_MEMORY.test(evidence.stderrTail) ? 'out-of-memory' : 'crashed', detail };
}

function judgeContract({ breach, readings }: Conversation): Outcome | undefined {
  if (breach !== undefined) return { status: 'protocol-error', detail: breach };
  const { started, finished } = readings.at(-1)?.facts ?? {};
  return started === undefined || finished === undefined
    ? { status: 'protocol-error', detail: '"finished" came without started= and finished=' }
    : undefined;
}

/** Timers of whole milliseconds may fire up to one early, and the two clocks are read at different moments. */
const TIMER_GRAIN_SECONDS = 0.002;

function judgeWork(
  { tasks, parameters }: Case,
  workload: Workload,
  readings: readonly Reading[],
): Outcome | undefined {
  const last = at(readings, LAST_CHECKPOINT);
  const { started = 0, finished = 0 } = last.facts;
  const expected = workload.expectedTasks(tasks, parameters);
  if (started !== expected || finished !== expected) {
    const detail = `${started} started and ${finished} finished of ${expected} tasks`;
    return { status: 'invalid-work', detail };
  }
  const least = workload.leastSeconds(parameters);
  const worked = last.elapsedSeconds - at(readings, 'ready').releasedSeconds;
  if (worked < least - TIMER_GRAIN_SECONDS) {
    const detail = `finished ${worked} s after ready: the work cannot take less than ${least} s`;
    return { status: 'invalid-work', detail };
  }
  return undefined;
}

function judgeConcurrency(
  { tasks, parameters }: Case,
  workload: Workload,
  readings: readonly Reading[],
): Outcome | undefined {
  if (workload.concurrency === undefined) return undefined;
  const parked = at(readings, PARKED);
  const { live } = parked.facts;
  if (workload.concurrency === 'counted' || live !== undefined) {
    return live === tasks
      ? undefined
      : {
          status: 'not-concurrent',
          detail: `${live ?? 'unknown'} of ${tasks} tasks alive at "${PARKED}"`,
        };
  }
  const seconds = parameter(parameters, 'seconds');
  const created = parked.elapsedSeconds - at(readings, 'ready').releasedSeconds;
  return created < seconds
    ? undefined
    : {
        status: 'not-concurrent',
        detail: `creating took ${created} s, so the first timers (${seconds} s) may have fired before the last was set`,
      };
}

/** The reading at a checkpoint that every judged conversation has passed. */
function at(readings: readonly Reading[], checkpoint: string): Reading {
  const reading = readings.find((candidate) => candidate.checkpoint === checkpoint);
  if (reading === undefined) throw new Error(`no reading at "${checkpoint}"`);
  return reading;
}

function lastWord(readings: readonly Reading[]): string {
  const last = readings.at(-1);
  return last === undefined ? 'before "ready"' : `after "${last.checkpoint}"`;
}

/** The line that names the want of memory, if there is one: a stack trace may follow it. Else the last. */
function lastWords(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const line = lines.find((one) => OUT_OF_MEMORY.test(one)) ?? lines.at(-1);
  return line ? `: ${line}` : '';
}
