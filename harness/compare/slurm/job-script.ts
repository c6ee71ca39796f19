import { journalPathIn } from '../../record/journal-place.ts';
import { workPathIn } from '../../results/results-path.ts';
import { shellLine, shellWord } from '../../text/shell-words.ts';
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
  const command = shellLine([...program, 'compare', ...words]);
  const journal = journalPathIn({ path: '', workPath: workPathIn('') });
  return `#!/bin/sh
shard=$SLURM_ARRAY_TASK_ID
out=${shellWord(shardPathIn(workPath, ''))}$shard
make_shard() {
  ${command} --shard "$shard/${shards}" --out "$out" "$@"
}
if [ -s "$out/${journal}" ]; then
  make_shard --resume
  code=$?
  [ "$code" = 2 ] || exit "$code"
fi
make_shard
`;
}
