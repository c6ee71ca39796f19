import { basename, resolve } from 'node:path';
import { makeComparison } from '../compare/make-comparison.ts';
import { describeMachine } from '../kernel/describe-machine.ts';
import type { Suite } from '../model/suite.ts';
import { UsageError } from '../model/usage-error.ts';
import { planComparison } from '../plan/plan-comparison.ts';
import { fileSha256 } from '../provision/file-sha256.ts';
import { onPath } from '../provision/on-path.ts';
import { type Provided, runtimeIdOf } from '../provision/provide.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import { runtimeRow } from '../record/runtime-rows.ts';
import { inspectResultsFolder, prepareResultsFolder } from '../results/results-folder.ts';
import { localResultsPath } from '../results/results-path.ts';
import { TASKS_PLACEHOLDER } from '../run/command-line.ts';
import { endLeftovers } from '../run/end-run.ts';
import { plainText } from '../text/plain-text.ts';
import { commandWorkload } from '../workloads/command/command-workload.ts';
import { ExitCode } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { writeReports } from './write-reports.ts';

/** The options of `measure`. */
export interface MeasureOptions {
  readonly sizes?: readonly number[] | undefined;
  readonly repeats?: number | undefined;
  readonly seed: number;
  readonly timeoutSeconds: number;
  readonly memoryLimitBytes?: number | undefined;
  readonly out?: string | undefined;
}

/** Enough sizes to tell what one more task costs. */
const SIZES = [1, 1_000, 10_000, 100_000];

/** Measures any command of anyone, with the number of tasks in place of `{tasks}`. */
export async function measure(
  command: readonly [string, ...string[]],
  options: MeasureOptions,
): Promise<ExitCode> {
  const takesTasks = command.some((word) => word.includes(TASKS_PLACEHOLDER));
  if (options.sizes !== undefined && !takesTasks) {
    throw new UsageError(`--tasks needs a ${TASKS_PLACEHOLDER} in the command to put them in`);
  }
  const one = await provideCommand(command);
  const suite: Suite = {
    id: 'measure',
    title: plainText(command.join(' '), Infinity),
    repeats: 3,
    series: [{ workload: commandWorkload.id, sizes: takesTasks ? SIZES : [1] }],
  };
  const folder = inspectResultsFolder(
    options.out === undefined ? localResultsPath(suite.id) : resolve(options.out),
    suite.id,
  );
  prepareResultsFolder(folder);
  const workloads = new Map([[commandWorkload.id, commandWorkload]]);
  const planned = [{ runtime: one.runtime, runtimeId: runtimeIdOf(one) }];
  return withMachineLocked([folder], async () => {
    await endLeftovers();
    const { exitCode, resultsPath } = await makeComparison({
      plan: planComparison(suite, workloads, planned, options),
      folder,
      workloads,
      provided: [one],
      machine: await describeMachine(),
      runtimes: [runtimeRow(one)],
      limits: options,
      resume: false,
      interrupt: interruptSignal(),
    });
    if (exitCode !== ExitCode.interrupted) await writeReports([resultsPath], workloads);
    return exitCode;
  });
}

/** A command as a runtime of its own; its version is its fingerprint. */
async function provideCommand([file, ...rest]: readonly [string, ...string[]]): Promise<Provided> {
  const executable = await onPath(file);
  if (executable === undefined) {
    throw new UsageError(`no command "${file}": give a command of the PATH or a path to one`);
  }
  const launchable = { command: [executable, ...rest], environment: 'inherited' } as const;
  const found = {
    executable,
    version: `sha256-${fileSha256(executable).slice(0, 12)}`,
    source: 'command line',
    prepare: async () => launchable,
  };
  const name = plainText(basename(file));
  const runtime = { id: name, title: name, locate: async () => found };
  return { runtime, found, launchable };
}
