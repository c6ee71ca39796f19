import type { NamedCommand } from '../compare/command-runtime.ts';
import { fromFolder } from '../config/from-folder.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { UsageError } from '../model/usage-error.ts';

/**
 * The commands to measure: the one on the command line, those with a name there, or those of the config.
 *
 * @throws UsageError for none, for both kinds at once, and for a name that stands twice.
 */
export function measuredCommands(
  [file, ...rest]: readonly string[],
  named: readonly NamedCommand[],
  config: LoadedConfig | undefined,
): readonly NamedCommand[] {
  if (file !== undefined && named.length > 0) {
    throw new UsageError('give one command after --, or several with --name, not both');
  }
  if (file !== undefined) return [{ command: [file, ...rest] }];
  const twice = named.find(
    ({ name }, index) => named.findIndex((one) => one.name === name) < index,
  );
  if (twice !== undefined) {
    throw new UsageError(`--name ${twice.name}= stands twice: give each command a name of its own`);
  }
  if (named.length > 0) return named;
  if (config?.measure === undefined) {
    throw new UsageError(
      "missing required argument 'command': give it after --, with --name, or in the config",
    );
  }
  return Object.entries(config.measure).map(([name, command]) => ({
    name,
    command: fromFolder(command, config.folder),
  }));
}
