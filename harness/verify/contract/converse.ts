import { LAST_CHECKPOINT } from '../../model/workload.ts';
import { type CheckpointLine, parseCheckpoint } from '../../run/parse-checkpoint.ts';
import type { Mistake } from './mistake.ts';
import { type Probe, requestOf } from './probe.ts';
import type { Program } from './program.ts';

/** A checkpoint as a program reported it, with its times in seconds since the start. */
export interface Heard extends CheckpointLine {
  readonly text: string;
  readonly arrivedSeconds: number;
  /** When it was let go on. */
  readonly releasedSeconds: number;
}

/** How a program did in the conversation; what it said is whole when it made no mistake. */
export interface Conversation {
  readonly heard: readonly Heard[];
  readonly mistake: Mistake | undefined;
}

/** What a program may take for anything but the work that it is told to do. */
export const PATIENCE_SECONDS = 10;
/** How long past all its work a program is held that should wait. */
const HOLD_SECONDS = 0.25;

/** Takes a program through its checkpoints as the probe says, up to its first mistake. */
export async function converse(probe: Probe, program: Program): Promise<Conversation> {
  const { workload, parameters, treatment } = probe;
  const workSeconds = workload.leastSeconds(parameters);
  const limitSeconds = workSeconds + PATIENCE_SECONDS;
  const heard: Heard[] = [];
  const wrong = (rule: string, sentence: string, sent?: string): Conversation => {
    const request = requestOf(probe).join(' ');
    return { heard, mistake: { rule, workload: workload.id, request, sent, sentence } };
  };

  for (const name of workload.checkpoints) {
    const line = await program.nextLine(limitSeconds);
    if (line === 'silent') return wrong(...(await whySilent(program, name, limitSeconds)));
    if (line === 'overlong') return wrong('line', `a line longer than 16 KiB before "${name}"`);
    if (line === 'end') {
      const exit = await program.exit(PATIENCE_SECONDS);
      const words = [`exit ${exit ?? 'still to come'}`, program.lastWords()].filter(Boolean);
      return wrong(`end ${name}`, `stdout ended before "${name}" (${words.join(': ')})`);
    }
    const { text, elapsedSeconds: arrivedSeconds } = line;
    const checkpoint = parseCheckpoint(text);
    if (checkpoint === undefined) return wrong('line', NO_CHECKPOINT, text);
    if (checkpoint.name !== name) {
      return wrong('order', `checkpoint "${name}" was due`, text);
    }
    if (typeof treatment === 'object' && treatment.closeAt === name) {
      const fault = await afterClosing(program, name, limitSeconds);
      return fault === undefined ? { heard, mistake: undefined } : wrong(...fault);
    }
    if (treatment === 'hold') {
      const early = await program.nextLine(workSeconds + HOLD_SECONDS);
      if (early === 'end') return wrong(`wait ${name}`, `it ended at "${name}": it must wait`);
      if (typeof early === 'object') {
        return wrong(`wait ${name}`, `it must wait at "${name}" for a line on stdin`, early.text);
      }
    }
    const releasedSeconds = program.elapsedSeconds();
    program.release();
    heard.push({ ...checkpoint, text, arrivedSeconds, releasedSeconds });
  }

  const more = await program.nextLine(PATIENCE_SECONDS);
  if (typeof more === 'object') {
    return wrong('after the end', `nothing may follow "${LAST_CHECKPOINT}"`, more.text);
  }
  const exit = await program.exit(PATIENCE_SECONDS);
  if (exit === undefined) {
    return wrong('exit', `it lives on ${PATIENCE_SECONDS} s after "${LAST_CHECKPOINT}"`);
  }
  if (exit !== 0) return wrong('exit', `exit ${exit} after "${LAST_CHECKPOINT}": it must be 0`);
  return { heard, mistake: undefined };
}

const NO_CHECKPOINT = 'only lines of the form "checkpoint NAME [key=number …]" belong on stdout';

type Fault = readonly [rule: string, sentence: string, sent?: string];

/** A program whose output waits in a buffer lets go of it when it ends, which it does when stdin is closed. */
async function whySilent(program: Program, name: string, silentSeconds: number): Promise<Fault> {
  program.closeStdin();
  const line = await program.nextLine(PATIENCE_SECONDS);
  return typeof line === 'object'
    ? ['flush', 'this came only when stdin was closed: flush stdout after each line', line.text]
    : ['silent', `no line for ${silentSeconds} s where checkpoint "${name}" was due`];
}

/** Nobody is measuring any more: the program has to end, and has nothing more to report. */
async function afterClosing(
  program: Program,
  name: string,
  limitSeconds: number,
): Promise<Fault | undefined> {
  program.closeStdin();
  const line = await program.nextLine(limitSeconds);
  if (typeof line === 'object') {
    return ['stdin closed', `stdin was closed at "${name}": it must end there`, line.text];
  }
  return (await program.exit(PATIENCE_SECONDS)) === undefined
    ? ['stdin closed', `it lives on ${PATIENCE_SECONDS} s after stdin was closed at "${name}"`]
    : undefined;
}
