import type { Command } from 'commander';
import type { Catalogue } from '../catalogue.ts';
import { COMPLETION_SCRIPTS } from './completion/completion-script.ts';
import { completionWords } from './completion/completion-words.ts';
import { ExitCode } from './exit-code.ts';

/** A shell that completion is written for. */
export type Shell = keyof typeof COMPLETION_SCRIPTS;

export const SHELLS = Object.keys(COMPLETION_SCRIPTS);

/** Prints the script that lets a shell complete the words of our command line. */
export function completion(
  shell: Shell,
  program: Command,
  { suites, runtimes }: Catalogue,
): ExitCode {
  const names = {
    suites: [...suites.keys()],
    runtimes: [...runtimes.values()].flatMap(({ id, variants = [] }) => [
      id,
      ...variants.map(({ name }) => `${id}+${name}`),
    ]),
  };
  process.stdout.write(COMPLETION_SCRIPTS[shell](completionWords(program, names)));
  return ExitCode.ok;
}
