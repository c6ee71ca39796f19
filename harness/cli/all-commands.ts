import { Command, InvalidArgumentError, Option } from 'commander';
import { loadCatalogue } from '../catalogue.ts';
import { USUAL_SEED } from '../plan/plan-comparison.ts';
import { DIFF_FORMATS } from '../present/diff/difference-formats.ts';
import { plainText } from '../text/plain-text.ts';
import { bench } from './bench.ts';
import { byteSize } from './byte-size.ts';
import { compare } from './compare.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { tellError } from './error-line.ts';
import { ExitCode } from './exit-code.ts';
import { surviveLostOutput } from './lost-output.ts';
import { measure } from './measure.ts';
import { report } from './report.ts';
import { runtimes } from './runtimes.ts';

const LARGEST_COUNT = 100_000_000;

/** A whole number from 1 up, in plain digits: `1e3` and `0x10` are more often mistakes than meant. */
function count(text: string): number {
  const value = Number(text);
  if (/^[1-9]\d*$/.test(text) && value <= LARGEST_COUNT) return value;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${LARGEST_COUNT}, e.g. 10000.`);
}

function counts(text: string): readonly number[] {
  return words(text).map(count);
}

function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}

function seconds(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 86_400) return value;
  throw new InvalidArgumentError(
    'Write seconds as a number over 0 and up to 86400, e.g. 10 or 0.5.',
  );
}

function seed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 0 to 999999999.');
}

/** An empty name would be the folder that the user stands in: most often a variable that was not set. */
function folder(text: string): string {
  if (text.trim() !== '' && !text.includes('\0')) return text;
  throw new InvalidArgumentError('Name a folder, or . for this one.');
}

/** `5%` as 0.05. */
function share(text: string): number {
  const [, percent] = /^(\d+(?:\.\d+)?) ?%$/.exec(text) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  throw new InvalidArgumentError('Write a percentage, e.g. 5%.');
}

let exitCode: ExitCode = ExitCode.ok;
const requireOutput = surviveLostOutput();
const program = new Command('tasktax')
  .description('Measures, from outside, what a concurrent task costs in every runtime.')
  .configureOutput({
    // One line: the nearest right word belongs to the error.
    outputError: (text, write) => write(`${plainText(text, Infinity)}\n`),
  })
  .enablePositionalOptions()
  .exitOverride();

program
  .command('compare')
  .description('run suites under every runtime that is here, and write their tables')
  .argument('[suite...]', 'suites, one after the other (default: one-million)')
  .option(
    '--runtimes <a,b>',
    'only these runtimes, each as it is here or in a version: node@22',
    words,
  )
  .option('--tasks <n,n>', "these numbers of tasks instead of the suite's", counts)
  .option('--repeats <n>', 'runs of every case', count)
  .option('--sleep <seconds>', 'how long tasks sleep, where they sleep once', seconds)
  .option('--seed <n>', 'seed of the order', seed, USUAL_SEED)
  .option(
    '--timeout <seconds>',
    'limit for each run (default: generous, from the workload)',
    seconds,
  )
  .option('--memory-limit <size>', 'the most that a run may take, e.g. 2GB or 512MiB', byteSize)
  .option('--out <folder>', 'where the tables go', folder)
  .option('--resume', 'go on with the comparison that was begun in the folder', false)
  .option('--dry-run', 'show what would be run, and run nothing', false)
  .action(async (suiteIds: string[], options) => {
    const chosen = {
      ...options,
      sizes: options.tasks,
      sleepSeconds: options.sleep,
      timeoutSeconds: options.timeout,
      memoryLimitBytes: options.memoryLimit,
    };
    const suites = suiteIds.length === 0 ? ['one-million'] : [...new Set(suiteIds)];
    exitCode = await compare(suites, chosen, await loadCatalogue());
    if (options.dryRun) await requireOutput();
  });

program
  .command('measure')
  .description('measure any command, with the number of tasks in place of {tasks}')
  .argument('<command...>', 'the command and its arguments, after --')
  .option('--tasks <n,n>', 'numbers of tasks (default: 1,1000,10000,100000)', counts)
  .option('--repeats <n>', 'runs of every size (default: 3)', count)
  .option('--seed <n>', 'seed of the order', seed, USUAL_SEED)
  .option('--timeout <seconds>', 'limit for each run', seconds, 3600)
  .option('--memory-limit <size>', 'the most that a run may take, e.g. 2GB or 512MiB', byteSize)
  .option('--out <folder>', 'where the tables go (default: a new folder in results/local)', folder)
  .passThroughOptions()
  .action(async (command: [string, ...string[]], options) => {
    const chosen = {
      ...options,
      sizes: options.tasks,
      timeoutSeconds: options.timeout,
      memoryLimitBytes: options.memoryLimit,
    };
    exitCode = await measure(command, chosen);
  });

program
  .command('report')
  .description('draw the charts of results, and write report.md and report.html beside them')
  .argument(
    '[folder...]',
    "results folders (default: every suite's own)",
    (text, before: readonly string[] | undefined) => [...(before ?? []), folder(text)],
  )
  .action(async (folders: string[]) => {
    exitCode = await report(folders, await loadCatalogue());
  });

program
  .command('diff')
  .description('hold two results folders against each other, the first being the earlier')
  .argument('<before>', 'a results folder', folder)
  .argument('<after>', 'another, with cases in common', folder)
  .addOption(
    new Option('--format <format>', 'how to write it')
      .choices(Object.keys(DIFF_FORMATS))
      .default('table'),
  )
  .option('--fail-above <percent>', 'exit code 1 when a figure is surely worse by more', share)
  .action(async (before: string, after: string, options) => {
    exitCode = diff(before, after, options, await loadCatalogue());
    await requireOutput();
  });

program
  .command('runtimes')
  .description('show every runtime: found or not, which version, where from, how to get it')
  .option('--json', 'for programs to read', false)
  .action(async (options: { json: boolean }) => {
    exitCode = await runtimes(await loadCatalogue(), options);
    await requireOutput();
  });

program
  .command('doctor')
  .description('check what is measured with here, and how true it is; change nothing')
  .action(async () => {
    exitCode = await doctor();
    await requireOutput();
  });

program
  .command('bench')
  .description('hold the harness against what people use instead, on programs of known memory')
  .action(async () => {
    exitCode = await bench();
  });

try {
  await program.parseAsync();
} catch (error) {
  exitCode = tellError(error);
}
process.exitCode = exitCode;
