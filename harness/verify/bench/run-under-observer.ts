import { join } from 'node:path';
import { execa } from 'execa';
import { ownCpuSeconds } from '../../kernel/own-cpu-time.ts';
import { LAST_CHECKPOINT } from '../../model/workload.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import { ToolFailure } from '../../provision/tool-output.ts';
import { type LineReader, readLines } from '../../run/line-reader.ts';
import { type CheckpointLine, parseCheckpoint } from '../../run/parse-checkpoint.ts';
import { keepTail } from '../../run/stderr-tail.ts';
import { type BenchChild, hold, keepsContract, wordsOf } from './bench-child.ts';
import { type CheckpointStdin, openCheckpointStdin } from './checkpoint-stdin.ts';
import { type ObservedTime, startObservedTime } from './observed-time.ts';
import { type Observation, type Observe, oneByOne } from './observer.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** A command that runs children under an observer, or a child by itself. */
export interface ObservedCommand {
  readonly children: readonly BenchChild[];
  /** Where the children's stdin is made. */
  readonly folder: string;
  readonly command: (stdinPath: string) => readonly [string, ...string[]];
  /** CPU time of the observer; by default, of the process that is started. */
  readonly observerCpuSeconds?: (pid: number) => number | null;
  readonly onStart?: (pid: number) => void;
}

/** What is known of a child without asking the observer. */
export type ChildFacts = Pick<Observation, 'observedTime' | 'said'>;

/** All that is known of a command. */
const UNSEEN: ChildFacts = { observedTime: undefined, said: new Map() };

/** Longer than any child here runs: only a hang reaches it. */
const LIMIT_MS = 60_000;

/**
 * Starts an observer that starts children, and takes these through their checkpoints as the harness would, so that a
 * child runs equally long under every observer.
 *
 * @throws ToolFailure when a child or the observer fails or hangs.
 */
export async function runUnderObserver(run: ObservedCommand): Promise<readonly ChildFacts[]> {
  const stdin = await openCheckpointStdin(join(run.folder, 'stdin'));
  const [file, ...rest] = run.command(stdin.path);
  const subprocess = execa(file, rest, {
    stdin: stdin.readEnd as 0, // any descriptor will do, but execa's types know small ones only
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
    run.onStart?.(pid);
    const lines = readLines(subprocess.stdout, () => performance.now() / 1000);
    const cpuSeconds = () => (run.observerCpuSeconds ?? ownCpuSeconds)(pid);
    const facts: ChildFacts[] = [];
    for (const child of run.children) {
      const seen = keepsContract(child)
        ? await passCheckpoints(child, lines, stdin, cpuSeconds)
        : UNSEEN;
      if (seen === undefined) throw failure('a program did not reach its last checkpoint');
      facts.push(seen);
    }
    const { exitCode } = await subprocess;
    if (exitCode !== 0) throw failure(`exit code ${exitCode}`);
    return facts;
  } finally {
    stdin.close();
    await subprocess;
  }
}

/** The same for a single child. */
export async function runOneUnderObserver({
  child,
  ...rest
}: Omit<ObservedCommand, 'children'> & { readonly child: BenchChild }): Promise<ChildFacts> {
  const [facts] = await runUnderObserver({ ...rest, children: [child] });
  if (facts === undefined) throw new Error('there are facts for each child');
  return facts;
}

/** The child with nobody watching: what an observer's disturbance is compared with. */
export const bareChild: Observe = oneByOne((child) =>
  inTemporaryFolder(async (folder) => ({
    ...(await runOneUnderObserver({
      child,
      folder,
      command: () => wordsOf(child),
      observerCpuSeconds: () => null,
    })),
    peakBytes: null,
    figure: 'none',
    samplesPerSecond: null,
  })),
);

/** Takes a child from checkpoint to checkpoint; undefined when it does not reach them all. */
async function passCheckpoints(
  child: BenchChild,
  lines: LineReader,
  stdin: CheckpointStdin,
  cpuSeconds: () => number | null,
): Promise<ChildFacts | undefined> {
  const said = new Map<string, CheckpointLine['facts']>();
  let readTime: (() => ObservedTime) | undefined;
  let observedTime: ObservedTime | undefined;
  for (const expected of child.workload.checkpoints) {
    const checkpoint = await nextCheckpoint(lines);
    if (checkpoint?.name !== expected) return undefined;
    readTime ??= startObservedTime(cpuSeconds);
    said.set(expected, checkpoint.facts);
    await hold(child, expected);
    if (expected === LAST_CHECKPOINT) observedTime = readTime();
    stdin.release();
  }
  return observedTime && { observedTime, said };
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
