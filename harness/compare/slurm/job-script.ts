import { shardPathIn } from './slurm-folder.ts';

/** What the jobs of a comparison run. */
export interface ShardCommand {
  /** This program, as it was started: Node and the script. */
  readonly program: readonly string[];
  /** The suite and the options that decide what is measured. */
  readonly words: readonly string[];
  readonly shards: number;
}

/**
 * The script of a job (sbatch(1)): makes the shard of its number on its node. A shard that another job has begun is
 * resumed; where that cannot be, since this node is of another kind, it begins anew. Slurm runs it in the folder from which it
 * was submitted, with the same environment.
 */
export function jobScript({ program, words, shards }: ShardCommand, workPath: string): string {
  const command = [...program, 'compare', ...words].map(quoted).join(' ');
  return `#!/bin/sh
shard=$SLURM_ARRAY_TASK_ID
out=${quoted(shardPathIn(workPath, ''))}$shard
make_shard() {
  ${command} --shard "$shard/${shards}" --out "$out" "$@"
}
if [ -s "$out/.comparison/journal.jsonl" ]; then
  make_shard --resume
  code=$?
  [ "$code" = 2 ] || exit "$code"
fi
make_shard
`;
}

/** A word that a shell takes as it is (dash(1), "Single Quotes"). */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
