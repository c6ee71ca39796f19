import { resolve } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { planComparison } from '../plan/plan-comparison.ts';
import { runtimeIdOf } from '../provision/provide.ts';
import { inspectResultsFolder } from '../results/results-folder.ts';
import { localResultsPath } from '../results/results-path.ts';
import { TASKS_PLACEHOLDER } from '../run/command-line.ts';
import { plainText } from '../text/plain-text.ts';
import { findCommand, type NamedCommand } from './command-runtime.ts';
import type { PlannedComparisons } from './planned-comparisons.ts';

/** Options for measuring a command. */
export interface CommandOptions {
  readonly sizes?: readonly number[] | undefined;
  readonly repeats?: number | undefined;
  readonly seed: number;
  readonly out?: string | undefined;
}

const SUITE_ID = 'measure';
const REPEATS = 3;
/** Enough sizes to compute the cost of one more task. */
const SIZES = [1, 1_000, 10_000, 100_000];

/**
 * Plans the measurement of commands, in which `{tasks}` stands for the number of tasks. Writes nothing. Several commands
 * alternate in one comparison, so that a slowdown of the machine favours none.
 *
 * @throws UsageError when the command does not exist, when sizes are given but the command has no `{tasks}`, or when the
 * folder holds other results or files.
 */
export async function planCommands(
  commands: readonly NamedCommand[],
  options: CommandOptions,
  { runtimes, workloads }: Catalogue,
): Promise<PlannedComparisons> {
  const taking = commands.filter(({ command }) =>
    command.some((word) => word.includes(TASKS_PLACEHOLDER)),
  );
  const takesTasks = taking.length > 0;
  if (options.sizes !== undefined && !takesTasks) {
    throw new UsageError(`--tasks needs a ${TASKS_PLACEHOLDER} in the command to put them in`);
  }
  if (takesTasks && taking.length < commands.length) {
    throw new UsageError(`write ${TASKS_PLACEHOLDER} in every command, or in none`);
  }
  const found = await Promise.all(commands.map((one) => findCommand(one, runtimes)));
  const suite = {
    id: SUITE_ID,
    title: () => plainText(commands.map(titleOf).join('; '), Infinity),
    repeats: REPEATS,
    series: [{ workload: 'command', sizes: takesTasks ? SIZES : [1] }],
  };
  const path = options.out === undefined ? localResultsPath(SUITE_ID) : resolve(options.out);
  const folder = inspectResultsFolder(path, SUITE_ID);
  const planned = found.map((one) => ({ runtime: one.runtime, runtimeId: runtimeIdOf(one) }));
  const plan = planComparison(suite, workloads, planned, options);
  return { found, comparisons: [{ plan, folder }] };
}

function titleOf({ name, command }: NamedCommand): string {
  return name === undefined ? command.join(' ') : `${name}: ${command.join(' ')}`;
}
