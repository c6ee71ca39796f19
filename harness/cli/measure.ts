import type { Catalogue } from '../catalogue.ts';
import type { NamedCommand } from '../compare/command-runtime.ts';
import { type CommandOptions, planCommands } from '../compare/plan-command.ts';
import { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import type { RunLimits } from '../record/comparison-identity.ts';
import type { ExitCode } from './exit-code.ts';
import { makeAndReport } from './make-and-report.ts';

/** The options of `measure`. */
export interface MeasureOptions extends CommandOptions, RunLimits {}

/** Measures any commands, with the number of tasks in place of `{tasks}`. */
export async function measure(
  commands: readonly NamedCommand[],
  options: MeasureOptions,
  catalogue: Catalogue,
): Promise<ExitCode> {
  const planned = await planCommands(commands, options, catalogue);
  const display = new ComparisonDisplay(catalogue.workloads, () => undefined);
  return makeAndReport(planned, { limits: options, resume: false }, catalogue, display);
}
