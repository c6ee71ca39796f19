import { parseCommandString } from 'execa';
import type { NamedCommand } from '../compare/command-runtime.ts';
import { UsageError } from '../model/usage-error.ts';

/** The form of `--name`. Names become runtimes in the tables, which end at an `@`. */
const NAMED = /^([A-Za-z0-9][\w.-]*)=(.*)$/;

/**
 * The commands that `measure` is asked to measure: one after `--`, or each `--name` with its own. Words of a named command
 * are separated by spaces; a backslash keeps a space in a word.
 *
 * @param named the values of `--name`: `base=./mine {tasks}`.
 * @throws UsageError when there is none, when both forms are mixed, or when a name is malformed or used twice.
 */
export function commandsToMeasure(
  command: readonly string[],
  named: readonly string[],
): readonly NamedCommand[] {
  const [file, ...rest] = command;
  if (file !== undefined && named.length > 0) {
    throw new UsageError('give either commands with --name or one command after --, not both');
  }
  if (file !== undefined) return [{ command: [file, ...rest] }];
  if (named.length === 0) {
    throw new UsageError(
      `missing required argument 'command': write one after --, or several with --name base="…"`,
    );
  }
  const commands = named.map(namedCommand);
  const twice = commands.find(({ name }, index) =>
    commands.slice(0, index).some((earlier) => earlier.name === name),
  );
  if (twice !== undefined) throw new UsageError(`--name "${twice.name}" is given twice`);
  return commands;
}

function namedCommand(text: string): NamedCommand {
  const [, name, line = ''] = NAMED.exec(text) ?? [];
  const [file, ...rest] = parseCommandString(line.trim());
  if (name === undefined || !file) {
    throw new UsageError(
      `--name "${text}" is not a name and a command: write --name base="./mine {tasks}"`,
    );
  }
  return { name, command: [file, ...rest] };
}
