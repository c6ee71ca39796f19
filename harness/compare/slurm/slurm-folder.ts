import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isSystemError } from '../../model/system-error.ts';
import { UsageError } from '../../model/usage-error.ts';
import { journalPathIn } from '../../record/journal-place.ts';
import { makeFolder } from '../../results/make-folder.ts';
import { workPathIn } from '../../results/results-path.ts';
import { openSource } from '../../results/results-source.ts';

/** What has to be known to go on with a comparison on Slurm. */
export interface SlurmState {
  /** The job arrays that were submitted, in order. */
  readonly jobIds: readonly string[];
  readonly shards: number;
  /** What is measured: the suite and its options. */
  readonly words: readonly string[];
}

const slurmState: z.ZodType<SlurmState> = z.object({
  jobIds: z.array(z.string().regex(/^\d+$/)),
  shards: z.int().min(1),
  words: z.array(z.string()),
});

/** The results folder of a shard, in the work folder of the whole. */
export function shardPathIn(workPath: string, shard: number | ''): string {
  return join(workPath, 'shards', `shard-${shard}`);
}

/** The script of the jobs, and the file for what each prints (`%a` stands for the shard). */
export function jobPathsIn(workPath: string) {
  return { script: join(workPath, 'slurm', 'job.sh'), output: join(workPath, 'slurm', '%a.log') };
}

/** The end of what the job of a shard has printed. */
export function lastWordsOf(workPath: string, shard: number): string {
  try {
    const path = jobPathsIn(workPath).output.replace('%a', String(shard));
    return readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}

/** Whether every run of a shard is made and its tables are written. */
export function isShardComplete(workPath: string, shard: number): boolean {
  try {
    return openSource(shardPathIn(workPath, shard)).facts.complete;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/** How far a shard has come, in bytes of its journal: more of them are progress. */
export function journalBytesOf(workPath: string, shard: number): number {
  const path = shardPathIn(workPath, shard);
  const journal = journalPathIn({ path, workPath: workPathIn(path) });
  return statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
}

/** Removes what an earlier comparison on Slurm has left in a work folder. */
export function clearSlurmFolder(workPath: string): void {
  for (const name of ['shards', 'slurm']) {
    rmSync(join(workPath, name), { recursive: true, force: true });
  }
  makeFolder(join(workPath, 'shards'));
  makeFolder(join(workPath, 'slurm'));
}

/** Keeps what has to be known to go on. */
export function writeState(workPath: string, state: SlurmState): void {
  writeFileSync(statePathIn(workPath), JSON.stringify(state));
}

/** What an earlier invocation kept; undefined where there was none. */
export function readState(workPath: string): SlurmState | undefined {
  try {
    return slurmState.parse(JSON.parse(readFileSync(statePathIn(workPath), 'utf8')));
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new UsageError(
      `${statePathIn(workPath)} is damaged: start again without --resume, in another --out`,
    );
  }
}

function statePathIn(workPath: string): string {
  return join(workPath, 'slurm', 'jobs.json');
}
