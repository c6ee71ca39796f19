import { writeFileSync } from 'node:fs';
import { UsageError } from '../../model/usage-error.ts';
import type { Workload } from '../../model/workload.ts';
import { requireFixedRepeats } from '../../plan/cut-shard.ts';
import { withFoldersLocked } from '../../record/comparison-lock.ts';
import { prepareResultsFolder } from '../../results/results-folder.ts';
import { type MergedComparison, mergeResults } from '../merge/merge-results.ts';
import type { PlannedComparison } from '../planned-comparisons.ts';
import { followShards, type ShardProgress } from './follow-shards.ts';
import { jobScript } from './job-script.ts';
import { endOfShard, queuedShards, submitArray } from './slurm-commands.ts';
import {
  clearSlurmFolder,
  isShardComplete,
  jobPathsIn,
  journalBytesOf,
  lastWordsOf,
  readState,
  type SlurmState,
  shardPathIn,
  writeState,
} from './slurm-folder.ts';

/** How a comparison is to be made on a cluster. */
export interface SlurmOptions {
  readonly nodes: number;
  readonly partition?: string | undefined;
  /** Options of sbatch, as it understands them. */
  readonly sbatchOptions: readonly string[];
  readonly resume: boolean;
  /** Builds what the jobs will run, once for all nodes that share the cache folder. */
  readonly prepare: () => Promise<unknown>;
  /** This program, as it was started: Node and the script. */
  readonly program: readonly string[];
  /** What is measured, as words of the command line. */
  readonly words: readonly string[];
  readonly workloads: ReadonlyMap<string, Workload>;
  readonly listenForInterrupt: () => AbortSignal;
  readonly tell: (event: SlurmEvent) => void;
}

/** Something that happened while a comparison was made on a cluster. */
export type SlurmEvent =
  | { readonly kind: 'submitted'; readonly jobId: string; readonly shards: readonly number[] }
  | ({ readonly kind: 'progress' } & ShardProgress)
  | { readonly kind: 'no-answer' };

/** What has become of it. */
export type SlurmComparison =
  /** The jobs go on. */
  | { readonly status: 'interrupted'; readonly jobIds: readonly string[] }
  /** Jobs ended without having made one run; everything else is made. */
  | { readonly status: 'stuck'; readonly shards: readonly StuckShard[] }
  | { readonly status: 'merged'; readonly merged: MergedComparison };

/** A shard whose jobs end before they get anywhere. */
export interface StuckShard {
  readonly shard: number;
  /** How its last job ended, where Slurm keeps accounts. */
  readonly end: string | undefined;
  /** The last line that it printed. */
  readonly lastWords: string;
}

/**
 * Makes a comparison on the nodes of a Slurm cluster: submits one job a node, each of which makes a shard, follows
 * them, submits what ended too early again, and merges. All nodes must see the results folder and this checkout
 * under the same path: a shared file system carries everything, and nothing of ours listens on a network.
 *
 * @throws UsageError when the plan has no fixed repeats, when there are more nodes than blocks, when Slurm refuses the jobs, or what was begun is another comparison.
 */
export async function compareOnSlurm(
  { plan, folder }: PlannedComparison,
  options: SlurmOptions,
): Promise<SlurmComparison> {
  requireFixedRepeats(plan);
  if (options.nodes > plan.repeats) {
    throw new UsageError(
      `${options.nodes} nodes cannot share ${plan.repeats} blocks: choose --repeats ${options.nodes} or more, or fewer --nodes`,
    );
  }
  if (options.resume) requireSameWork(readState(folder.workPath), options);
  prepareResultsFolder(folder);
  return withFoldersLocked([folder], async () => {
    const { workPath } = folder;
    const interrupt = options.listenForInterrupt();
    const cluster = await openCluster(workPath, plan.suite.id, options);
    const shards = Array.from({ length: options.nodes }, (_, index) => index + 1);
    const followed = await followShards(shards, {
      queued: async () => {
        const queued = await queuedShards(cluster.jobIds());
        if (queued === undefined) options.tell({ kind: 'no-answer' });
        return queued;
      },
      isComplete: (shard) => isShardComplete(workPath, shard),
      progressOf: (shard) => journalBytesOf(workPath, shard),
      submit: cluster.submit,
      tell: (progress) => options.tell({ kind: 'progress', ...progress }),
      interrupt,
    });
    if (followed.isInterrupted) return { status: 'interrupted', jobIds: cluster.jobIds() };
    if (followed.hopeless.length > 0) {
      const stuck = followed.hopeless.map(async (shard) => ({
        shard,
        end: await endOfShard(cluster.jobIds(), shard),
        lastWords: lastWordsOf(workPath, shard),
      }));
      return { status: 'stuck', shards: await Promise.all(stuck) };
    }
    const parts = shards.map((shard) => shardPathIn(workPath, shard));
    return { status: 'merged', merged: mergeResults(parts, folder.path, options.workloads) };
  });
}

/** The jobs of a comparison. */
interface Cluster {
  readonly jobIds: () => readonly string[];
  readonly submit: (shards: readonly number[]) => Promise<void>;
}

/** Submits a job for every shard; of a comparison that is resumed, for those that are neither complete nor in the queue. */
async function openCluster(
  workPath: string,
  suiteId: string,
  options: SlurmOptions,
): Promise<Cluster> {
  const { nodes, words, program } = options;
  const begun = readState(workPath);
  const queued = begun === undefined ? [] : await queuedShards(begun.jobIds);
  if (queued === undefined) {
    throw new UsageError(
      'squeue does not answer, so nobody knows which jobs of this folder still run: try again later',
    );
  }
  if (!options.resume && queued.length > 0) {
    throw new UsageError(
      `jobs of an earlier comparison into this folder are still in the queue: follow them with --resume, or end them with: scancel ${begun?.jobIds.join(' ')}`,
    );
  }
  if (!options.resume) clearSlurmFolder(workPath);

  const { script, output } = jobPathsIn(workPath);
  let jobIds = options.resume ? (begun?.jobIds ?? []) : [];
  writeFileSync(script, jobScript({ program, words, shards: nodes }, workPath));
  const submit = async (shards: readonly number[]) => {
    const { partition, sbatchOptions } = options;
    const name = `tasktax-${suiteId}`;
    const array = { name, shards, script, output, partition, options: sbatchOptions };
    const jobId = await submitArray(array);
    jobIds = [...jobIds, jobId];
    writeState(workPath, { jobIds, shards: nodes, words });
    options.tell({ kind: 'submitted', jobId, shards });
  };
  const inQueue = new Set(queued.map(({ shard }) => shard));
  const open = Array.from({ length: nodes }, (_, index) => index + 1).filter(
    (shard) => !inQueue.has(shard) && !isShardComplete(workPath, shard),
  );
  if (open.length > 0) {
    await options.prepare();
    await submit(open);
  }
  return { jobIds: () => jobIds, submit };
}

function requireSameWork(begun: SlurmState | undefined, { nodes, words }: SlurmOptions): void {
  if (begun === undefined) {
    throw new UsageError('nothing to resume: no jobs were submitted for this folder');
  }
  const [before, now] = [begun, { shards: nodes, words }].map(
    (one) => `${one.words.join(' ')} on ${one.shards} nodes`,
  );
  if (before === now) return;
  throw new UsageError(
    `cannot resume: what was submitted is ${before}, not ${now}; change back, or start again without --resume`,
  );
}
