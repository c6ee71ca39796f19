import type { Catalogue } from '../catalogue.ts';
import type { NamedCommand } from '../compare/command-runtime.ts';
import { type CommandOptions, planCommands } from '../compare/plan-command.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { runtimeLines } from '../present/terminal/plan-summary.ts';
import type { RunLimits } from '../record/comparison-identity.ts';
import { continuingMeasure } from './continuing-command.ts';
import type { ExitCode } from './exit-code.ts';
import { makeAndReport } from './make-and-report.ts';

/** The options of `measure`. */
export interface MeasureOptions extends CommandOptions, RunLimits {
  /** Resumes what was begun in the folder. */
  readonly resume: boolean;
}

/** Measures any commands, with the number of tasks in place of `{tasks}`. */
export async function measure(
  commands: readonly NamedCommand[],
  options: MeasureOptions,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const planned = await planCommands(commands, options, catalogue);
  // A name may be that of several files: of another `node` than the one that the user thinks of.
  console.log(runtimeLines(planned.found, 'with paths').join('\n'));
  // Only a command after -- has no name of its own.
  const typed = commands.flatMap(({ name, command }) => (name === undefined ? command : []));
  const display = new ComparisonDisplay(catalogue.workloads, (_, path) =>
    continuingMeasure(path, process.argv.slice(3), typed),
  );
  return makeAndReport(planned, { limits: options, resume: options.resume }, catalogue, display);
}
