import { join } from 'node:path';
import { execa } from 'execa';
import { ownCpuSeconds } from '../../kernel/own-cpu-time.ts';
import { LAST_CHECKPOINT } from '../../model/workload.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { ToolFailure } from '../../provision/tool-output.ts';
import { type LineReader, readLines } from '../../run/line-reader.ts';
import { type CheckpointLine, parseCheckpoint } from '../../run/parse-checkpoint.ts';
import { keepTail } from '../../run/stderr-tail.ts';
import { type BenchChild, hold } from './bench-child.ts';
import { type Gate, openGate } from './checkpoint-stdin.ts';
import { beginLife, type Life } from './observed-time.ts';
import type { Observation } from './observer.ts';

/** A command line that runs children under an observer, or a child bare. */
export interface Journey {
  readonly children: readonly BenchChild[];
  /** A folder for the gate. */
  readonly folder: string;
  readonly command: (gatePath: string) => readonly [string, ...string[]];
  /** CPU time of the observer; by default it is the started process. */
  readonly observerCpuSeconds?: (pid: number) => number | null;
  readonly onStart?: (pid: number) => void;
}

/** What is known of a child without asking the observer. */
export type Witnessed = Pick<Observation, 'life' | 'said'>;

/** Longer than any child here lives: only a hang reaches it. */
const LIMIT_MS = 60_000;

/**
 * Starts an observer that starts children, and leads these through their checkpoints as the harness would, so that
 * the same child lives equally long under every observer.
 *
 * @throws ToolFailure when a child or the observer does not come to its end.
 */
export async function escort(journey: Journey): Promise<readonly Witnessed[]> {
  const gate = await openGate(join(journey.folder, 'stdin'));
  const [file, ...rest] = journey.command(gate.path);
  const subprocess = execa(file, rest, {
    stdin: gate.readEnd as 0, // any descriptor will do, but execa's types know small ones only
    stdout: 'pipe',
    stderr: 'pipe',
    env: bareEnvironment,
    extendEnv: false,
    buffer: false,
    reject: false,
    timeout: LIMIT_MS,
  });
  const stderrTail = keepTail(subprocess.stderr);
  const failure = (what: string) => new ToolFailure(`${file}: ${what}. ${stderrTail().trim()}`);
  try {
    const { pid } = subprocess;
    if (pid === undefined) throw failure('it could not be started');
    journey.onStart?.(pid);
    const lines = readLines(subprocess.stdout, () => performance.now() / 1000);
    const cpuSeconds = () => (journey.observerCpuSeconds ?? ownCpuSeconds)(pid);
    const witnessed: Witnessed[] = [];
    for (const child of journey.children) {
      const seen = await escortOne(child, lines, gate, cpuSeconds);
      if (seen === undefined) throw failure('a program did not come to its last checkpoint');
      witnessed.push(seen);
    }
    const { exitCode } = await subprocess;
    if (exitCode !== 0) throw failure(`exit code ${exitCode}`);
    return witnessed;
  } finally {
    gate.close();
    await subprocess;
  }
}

async function escortOne(
  child: BenchChild,
  lines: LineReader,
  gate: Gate,
  cpuSeconds: () => number | null,
): Promise<Witnessed | undefined> {
  const said = new Map<string, CheckpointLine['facts']>();
  let readLife: (() => Life) | undefined;
  let life: Life | undefined;
  for (const expected of child.workload.checkpoints) {
    const checkpoint = await nextCheckpoint(lines);
    if (checkpoint?.name !== expected) return undefined;
    readLife ??= beginLife(cpuSeconds);
    said.set(expected, checkpoint.facts);
    await hold(child, expected);
    if (expected === LAST_CHECKPOINT) life = readLife();
    gate.pass();
  }
  return life && { life, said };
}

/** The next checkpoint among whatever else the observer prints. */
async function nextCheckpoint(lines: LineReader): Promise<CheckpointLine | undefined> {
  for (;;) {
    const line = await lines.next();
    if (line === 'end') return undefined;
    const checkpoint = line === 'overlong' ? undefined : parseCheckpoint(line.text);
    if (checkpoint) return checkpoint;
  }
}
