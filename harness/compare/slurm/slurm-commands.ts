import { userInfo } from 'node:os';
import { execa } from 'execa';
import { isSystemError } from '../../model/system-error.ts';
import { UsageError } from '../../model/usage-error.ts';
import { plainText } from '../../text/plain-text.ts';

/** A job array to submit: one job, on a node of its own, for each shard. */
export interface JobArray {
  readonly name: string;
  /** Shards, from 1. */
  readonly shards: readonly number[];
  readonly script: string;
  /** The file for what the job of each shard prints; `%a` stands for the shard. */
  readonly output: string;
  readonly partition?: string | undefined;
  /** Further options of sbatch, as it understands them. */
  readonly options: readonly string[];
}

/**
 * Submits a job array (sbatch(1)). Each job has its node and the memory of it to itself, and Slurm starts it again on another
 * node when its own fails.
 *
 * @returns the id of the array.
 * @throws UsageError when Slurm does not take it, with its reason.
 */
export async function submitArray(array: JobArray): Promise<string> {
  const { exitCode, stdout, stderr } = await slurm('sbatch', [
    '--parsable',
    `--job-name=${array.name}`,
    `--array=${array.shards.join()}`,
    '--nodes=1',
    '--exclusive',
    '--mem=0',
    '--requeue',
    '--open-mode=append',
    `--output=${array.output}`,
    ...(array.partition === undefined ? [] : [`--partition=${array.partition}`]),
    ...array.options,
    array.script,
  ]);
  const id = /^\d+/.exec(stdout)?.[0];
  if (exitCode === 0 && id !== undefined) return id;
  throw new UsageError(`sbatch refuses the jobs: ${plainText(stderr || stdout)}`);
}

/** A shard whose job Slurm has not ended yet. */
export interface QueuedShard {
  readonly shard: number;
  /** As squeue(1) calls it: PENDING, RUNNING, COMPLETING, … */
  readonly state: string;
}

/** The shards of some job arrays that are still in the queue; undefined when Slurm does not answer, as while it restarts. */
export async function queuedShards(
  jobIds: readonly string[],
): Promise<readonly QueuedShard[] | undefined> {
  // By user: asked for a job that it has forgotten, squeue fails.
  const { exitCode, stdout } = await slurm('squeue', [
    '--array',
    '--noheader',
    `--user=${userInfo().username}`,
    '--format=%F %K %T',
  ]);
  if (exitCode !== 0) return undefined;
  return stdout.split('\n').flatMap((line) => {
    const [jobId = '', shard, state = ''] = line.trim().split(/\s+/);
    return jobIds.includes(jobId) ? [{ shard: Number(shard), state }] : [];
  });
}

/** How the last job of a shard ended, as sacct(1) tells; undefined where no accounting is kept. */
export async function endOfShard(
  jobIds: readonly string[],
  shard: number,
): Promise<string | undefined> {
  const { exitCode, stdout } = await slurm('sacct', [
    '--noheader',
    '--allocations',
    '--parsable2',
    '--format=State',
    `--jobs=${jobIds.map((id) => `${id}_${shard}`).join()}`,
  ]);
  return exitCode === 0 ? plainText(stdout.split('\n').at(-1) ?? '') || undefined : undefined;
}

async function slurm(command: string, options: readonly string[]) {
  const result = await execa(command, options, { reject: false, stdin: 'ignore' });
  if (result.failed && isSystemError(result.cause, 'ENOENT')) {
    throw new UsageError(
      `there is no ${command} here: run this on a node of the cluster from which jobs can be submitted`,
    );
  }
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}
