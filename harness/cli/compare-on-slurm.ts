import type { Catalogue } from '../catalogue.ts';
import { planSuites, type SuiteOptions } from '../compare/plan-suites.ts';
import {
  compareOnSlurm,
  type SlurmEvent,
  type StuckShard,
} from '../compare/slurm/compare-on-slurm.ts';
import { shardWords } from '../compare/slurm/shard-words.ts';
import { UsageError } from '../model/usage-error.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { planLine } from '../present/terminal/plan-summary.ts';
import { provide } from '../provision/provide.ts';
import { shortPath } from '../results/results-path.ts';
import { ExitCode } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { tellMerged } from './merge.ts';

/** The options of `compare` that are about a cluster. */
export interface ClusterOptions {
  readonly nodes?: number | undefined;
  readonly partition?: string | undefined;
  readonly sbatchOption: readonly string[];
  /** The config file, where it is not the usual one. */
  readonly config?: string | undefined;
}

/** Measures a suite on the nodes of a Slurm cluster, and merges what they made. */
export async function compareWithSlurm(
  suiteIds: readonly string[],
  options: SuiteOptions & ClusterOptions & { readonly resume: boolean },
  catalogue: Catalogue,
): Promise<ExitCode> {
  const [suiteId = '', ...others] = suiteIds;
  const { nodes, partition, sbatchOption, resume } = options;
  if (others.length > 0) throw new UsageError('--on slurm compares one suite at a time');
  if (options.shard !== undefined) {
    throw new UsageError('--on slurm makes the shards itself: leave --shard out');
  }
  if (nodes === undefined) throw new UsageError('--on slurm needs to know on how many --nodes');

  const { workloads } = catalogue;
  const display = new ComparisonDisplay(workloads, () => undefined);
  const { found, comparisons } = await planSuites([suiteId], options, catalogue, display.report);
  const [comparison] = comparisons;
  if (comparison === undefined) throw new Error('a suite was planned, and is not there');
  console.log(planLine(comparison.plan, shortPath(comparison.folder.path)));

  const result = await compareOnSlurm(comparison, {
    nodes,
    partition,
    sbatchOptions: sbatchOption,
    resume,
    prepare: () => provide(found),
    program: [process.execPath, ...process.argv.slice(1, 2)],
    words: shardWords(suiteId, options),
    workloads,
    listenForInterrupt: interruptSignal,
    tell: teller(),
  });
  const again = `repeat the command with --resume --out ${shortPath(comparison.folder.path)}`;
  switch (result.status) {
    case 'merged':
      return tellMerged(result.merged, catalogue);
    case 'interrupted':
      console.error(
        `The jobs go on without this program. To follow them again, ${again}; to end them: scancel ${result.jobIds.join(' ')}`,
      );
      return ExitCode.interrupted;
    case 'stuck':
      console.error(result.shards.map(stuckLine).join('\n'));
      console.error(`Put that right, then ${again}.`);
      return ExitCode.someRunFailed;
  }
}

/** Tells of each event in a line, and of progress when there is some. */
function teller(): (event: SlurmEvent) => void {
  let last = '';
  const tellNews = (line: string) => {
    if (line !== last) console.error(line);
    last = line;
  };
  return (event) => {
    switch (event.kind) {
      case 'submitted':
        console.error(`job ${event.jobId}: shards ${event.shards.join(', ')}`);
        break;
      case 'no-answer':
        tellNews('warning: squeue does not answer; trying again');
        break;
      case 'progress': {
        const { complete, running, waiting, resubmitted } = event;
        if (resubmitted.length > 0) {
          console.error(`ended too early, submitted again: shards ${resubmitted.join(', ')}`);
        }
        tellNews(`shards: ${complete} complete, ${running} running, ${waiting} waiting`);
      }
    }
  };
}

function stuckLine({ shard, end, lastWords }: StuckShard): string {
  const how = end === undefined ? '' : ` (${end})`;
  return `error: the job of shard ${shard} ended${how} without having made a run; it said: ${lastWords || 'nothing'}`;
}
