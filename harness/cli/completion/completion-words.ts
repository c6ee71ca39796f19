import type { Argument, Command, Option } from 'commander';
import { plainText } from '../../text/plain-text.ts';

/** A word that a shell can offer, and what it means. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

/** What can be typed after a command. */
export interface CommandWords extends Word {
  readonly options: readonly Word[];
  /** Values for an option or for the arguments. None: a shell offers files. */
  readonly values: readonly ValueWords[];
}

/** The values of an option (`--format`), or of the command's arguments (no option). */
export interface ValueWords {
  readonly option: string | undefined;
  readonly words: readonly string[];
}

/** Names of things that commands take, which commander does not know. */
export interface KnownNames {
  readonly suites: readonly string[];
  readonly runtimes: readonly string[];
}

/** Every command with its options, from the definition that also parses them. */
export function completionWords(program: Command, names: KnownNames): readonly CommandWords[] {
  return program.commands.map((command) => {
    const options = [...command.options, ...HELP].flatMap(({ long, description }) =>
      long ? [{ word: long, meaning: line(description) }] : [],
    );
    return {
      word: command.name(),
      meaning: line(command.description()),
      options,
      values: [
        ...command.options.map((option) => valuesOf(option, names)),
        ...command.registeredArguments.map((argument) => valuesOf(argument, names)),
      ].filter(({ words }) => words.length > 0),
    };
  });
}

/** Commander answers it for every command, and does not list it among the options. */
const HELP = [{ long: '--help', description: 'show how the command is used' }];

function valuesOf(of: Option | Argument, names: KnownNames): ValueWords {
  const option = 'long' in of ? (of.long ?? undefined) : undefined;
  const name = option ?? ('name' in of ? of.name() : '');
  const known = name === 'suite' ? names.suites : name === '--runtimes' ? names.runtimes : [];
  return { option, words: of.argChoices ?? known };
}

/** Shells read a meaning as one line; what would end or change it there is left out. */
function line(text: string): string {
  return plainText(text, Infinity).replaceAll(/['"`$\\[\]:]/g, '');
}
