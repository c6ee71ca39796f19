import { Argument, Command, Option } from 'commander';
import { loadCatalogue } from '../catalogue.ts';
import { configuredCommands } from '../config/configured-commands.ts';
import { loadConfig } from '../config/load-config.ts';
import { withConfig } from '../config/with-config.ts';
import { UsageError } from '../model/usage-error.ts';
import { USUAL_SEED } from '../plan/plan-comparison.ts';
import { DIFF_FORMATS } from '../present/diff/difference-formats.ts';
import { manifestVersion } from '../provision/manifest-version.ts';
import { repositoryRoot } from '../provision/places.ts';
import { plainText } from '../text/plain-text.ts';
import { bench } from './bench.ts';
import { checkResultsFolders } from './check-results.ts';
import { exampleLines } from './command-examples.ts';
import { compare } from './compare.ts';
import { completion, SHELLS, type Shell } from './completion.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { tellError } from './error-line.ts';
import { ExitCode } from './exit-code.ts';
import { init } from './init.ts';
import { surviveLostOutput } from './lost-output.ts';
import { measure } from './measure.ts';
import { merge } from './merge.ts';
import { commandsToMeasure } from './named-command.ts';
import {
  byteSize,
  count,
  counts,
  duration,
  folder,
  folders,
  pairOfRuntimes,
  percentage,
  precision,
  repeated,
  seconds,
  seed,
  shard,
  words,
} from './option-values.ts';
import { report } from './report.ts';
import { runtimes } from './runtimes.ts';
import { site } from './site.ts';
import { verify } from './verify.ts';

const configOption = () =>
  new Option(
    '--config <file>',
    'config file (default: tasktax.config.ts, .mjs or .json, if there is one here)',
  );

/** npm takes every option for its own that is not behind `--`, `--help` too. */
const UNDER_NPM = '\nUnder npm, options go behind --: npm run compare -- --help\n';

let exitCode: ExitCode = ExitCode.ok;
const requireOutput = surviveLostOutput();

/** The commands, with their arguments and options. */
export const program = new Command('tasktax')
  .description('Measures, from outside, what a concurrent task costs in every runtime.')
  .configureOutput({
    // One line: the nearest right word belongs to the error.
    outputError: (text, write) => write(`${plainText(text, Infinity)}\n`),
  })
  .version(manifestVersion(repositoryRoot), '-V, --version', 'print the version')
  .enablePositionalOptions()
  .exitOverride();

program
  .command('compare')
  .description('measure suites under every installed runtime, and write tables and a report')
  .argument('[suite...]', 'suites to measure, one after the other (default: one-million)')
  .option(
    '--runtimes <a,b>',
    'runtimes to measure, with a version range or a variant where wanted, e.g. go,node@22,go+procs64 (default: all that are found, as they come)',
    words,
  )
  .option('--tasks <n,n>', "numbers of tasks (default: the suite's)", counts)
  .option('--repeats <n>', "runs of each case (default: the suite's)", count)
  .option(
    '--precision <share>',
    'repeat each case until its main figure is known to that, e.g. 2% (default: 2% for memory, 10% for times and rates, where the suite repeats so)',
    precision,
  )
  .option('--max-repeats <n>', 'the most runs of a case with --precision (default: 30)', count)
  .option(
    '--budget <time>',
    'add no more runs after so long, e.g. 45m; the first six of each case are always made',
    duration,
  )
  .option(
    '--sleep <seconds>',
    "seconds that each task sleeps, in workloads such as sleep and timer (default: the suite's)",
    seconds,
  )
  .option('--seed <n>', 'seed for the order of the runs', seed, USUAL_SEED)
  .option(
    '--timeout <seconds>',
    'time limit of each run, in seconds (default: by workload, at least 60)',
    seconds,
  )
  .option(
    '--memory-limit <size>',
    'memory limit of each run, e.g. 2GB or 512MiB (default: none)',
    byteSize,
  )
  .option(
    '--out <folder>',
    'folder for the tables (default: results/<suite>, or a new folder in results/local when an option changes what is measured)',
    folder,
  )
  .option(
    '--shard <i/n>',
    'make only every n-th block, from the i-th: a part to merge with the others (default: all)',
    shard,
  )
  .addOption(
    new Option('--on <cluster>', 'make the runs on the nodes of a cluster (default: here)').choices(
      ['slurm'],
    ),
  )
  .option('--nodes <n>', 'nodes of the cluster to use, each for a shard', count)
  .option('--partition <name>', "partition of the cluster (default: the cluster's own)")
  .option(
    '--sbatch-option <option>',
    'option for sbatch, e.g. --sbatch-option=--time=2:00:00; may be repeated',
    repeated,
    [],
  )
  .option('--resume', 'continue the interrupted comparison in the folder', false)
  .option(
    '--watch',
    'serve the report on this machine while it is made, at a URL that is printed',
    false,
  )
  .option('--dry-run', 'show what would be run, without running it', false)
  .option('--verbose', 'with --dry-run: list every run in its order', false)
  .addOption(configOption())
  .addHelpText('after', UNDER_NPM)
  .action(async (suiteIds: string[], options) => {
    const chosen = {
      ...options,
      sizes: options.tasks,
      sleepSeconds: options.sleep,
      timeoutSeconds: options.timeout,
      memoryLimitBytes: options.memoryLimit,
      budgetSeconds: options.budget,
    };
    const suites = suiteIds.length === 0 ? ['one-million'] : [...new Set(suiteIds)];
    const config = await loadConfig(options.config);
    exitCode = await compare(suites, chosen, withConfig(await loadCatalogue(), config));
    if (options.dryRun) await requireOutput();
  });

program
  .command('measure')
  .description('measure any command, with the number of tasks in place of {tasks}')
  .argument('[command...]', 'the command and its arguments, after --')
  .option(
    '--name <name=command>',
    'a command under a name; given several times, all are measured in turn, e.g. --name base="./old {tasks}" --name head="./new {tasks}"',
    repeated,
    [],
  )
  .addOption(configOption())
  .option(
    '--tasks <n,n>',
    'numbers of tasks to put in place of {tasks} (default: 1,1000,10000,100000)',
    counts,
  )
  .option('--repeats <n>', 'runs for each number of tasks (default: 3)', count)
  .option('--seed <n>', 'seed for the order of the runs', seed, USUAL_SEED)
  .option('--timeout <seconds>', 'time limit of each run, in seconds', seconds, 3600)
  .option(
    '--memory-limit <size>',
    'memory limit of each run, e.g. 2GB or 512MiB (default: none)',
    byteSize,
  )
  .option(
    '--out <folder>',
    'folder for the tables (default: a new folder in results/local)',
    folder,
  )
  .option('--resume', 'continue the interrupted measurement in the folder', false)
  .passThroughOptions()
  .action(async (command: readonly string[], options) => {
    const configured = configuredCommands(await loadConfig(options.config));
    const chosen = {
      ...options,
      sizes: options.tasks,
      timeoutSeconds: options.timeout,
      memoryLimitBytes: options.memoryLimit,
    };
    const commands = commandsToMeasure(command, options.name, configured);
    exitCode = await measure(commands, chosen, await loadCatalogue());
  });

program
  .command('report')
  .description('draw charts of measured results, and write report.md and report.html beside them')
  .argument('[folder...]', "results folders (default: every suite's own)", folders)
  .action(async (chosen: string[]) => {
    exitCode = await report(chosen, await loadCatalogue());
  });

program
  .command('site')
  .description(
    'build a site of results folders: static files, with a page for each suite and runtime',
  )
  .argument('[results]', 'the folder that holds the results folders (default: results)', folder)
  .option('--out <folder>', 'folder for the site', folder, 'site')
  .option('--url <url>', 'where it will be served; previews of links to it need that', '')
  .action(async (results: string | undefined, options) => {
    exitCode = await site(results, options, await loadCatalogue());
  });

program
  .command('merge')
  .description('merge results folders that are parts of one comparison (see --shard of compare)')
  .argument('<folder...>', 'the results folders', folders)
  .requiredOption('--out <folder>', 'folder for the merged tables', folder)
  .action(async (chosen: string[], options: { out: string }) => {
    exitCode = await merge(chosen, options.out, await loadCatalogue());
  });

program
  .command('check')
  .description('check results folders before they are accepted: schema, proof, completeness, noise')
  .argument('<folder...>', 'the results folders', folders)
  .action(async (chosen: string[]) => {
    exitCode = checkResultsFolders(chosen, await loadCatalogue());
    await requireOutput();
  });

program
  .command('diff')
  .description('compare two results folders, case by case')
  .argument('<before>', 'the earlier results folder', folder)
  .argument('[after]', 'the later results folder (default, with --runtimes: the same)', folder)
  .option('--runtimes <a,b>', 'compare one runtime with another, e.g. base,head', pairOfRuntimes)
  .addOption(
    new Option('--format <format>', 'output format')
      .choices(Object.keys(DIFF_FORMATS))
      .default('table'),
  )
  .option(
    '--fail-above <percent>',
    'exit with 1 when a figure is certainly worse by more than this (default: never)',
    percentage,
  )
  .addOption(configOption())
  .action(async (before: string, later: string | undefined, options) => {
    const after = later ?? (options.runtimes && before);
    if (after === undefined) {
      throw new UsageError('diff takes two folders, or one with --runtimes a,b');
    }
    const usual = (await loadConfig(options.config))?.diff?.failAbove;
    const failAbove = options.failAbove ?? (usual === undefined ? undefined : percentage(usual));
    exitCode = diff(before, after, { ...options, failAbove }, await loadCatalogue());
    await requireOutput();
  });

program
  .command('runtimes')
  .description('list every runtime: its version and source, or how to install it')
  .option('--json', 'print JSON, for programs', false)
  .addOption(configOption())
  .action(async (options: { json: boolean; config?: string }) => {
    const config = await loadConfig(options.config);
    exitCode = await runtimes(withConfig(await loadCatalogue(), config), options);
    await requireOutput();
  });

program
  .command('doctor')
  .description(
    'check the instruments and settings of this machine, and how accurate the figures are',
  )
  .action(async () => {
    exitCode = await doctor();
    await requireOutput();
  });

program
  .command('bench')
  .description(
    'compare the accuracy and cost of the harness with other tools (about eight minutes)',
  )
  .action(async () => {
    exitCode = await bench();
  });

program
  .command('verify')
  .description('check whether a program of yours keeps the contract (workloads/README.md)')
  .argument('<program...>', 'the program and its arguments')
  .option('--workloads <a,b>', 'the workloads that it has (default: all)', words)
  .passThroughOptions()
  .action(async (command: [string, ...string[]], options) => {
    exitCode = await verify(command, options.workloads, await loadCatalogue());
    await requireOutput();
  });

program
  .command('init')
  .description('write tasktax.config.ts, with every setting in comments')
  .action(() => {
    exitCode = init();
  });

program
  .command('completion')
  .description('print a script that completes the words of this command line in your shell')
  .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
  .action(async (shell: Shell) => {
    exitCode = completion(shell, program, await loadCatalogue());
    await requireOutput();
  });

for (const command of program.commands) command.addHelpText('after', exampleLines(command.name()));

/** Does what a command line asks for, and says in one line what is wrong with one that makes no sense. */
export async function runCommandLine(commandLine: readonly string[]): Promise<ExitCode> {
  exitCode = ExitCode.ok;
  try {
    await program.parseAsync(commandLine, { from: 'user' });
  } catch (error) {
    return tellError(error);
  }
  return exitCode;
}
