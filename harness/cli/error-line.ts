import { CommanderError } from 'commander';
import { ConfigError } from '../config/config-error.ts';
import { StorageError } from '../model/storage-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { plainText } from '../text/plain-text.ts';
import { ExitCode } from './exit-code.ts';

/**
 * Tells the user in one line what went wrong, when it is the user or the disk that can put it right.
 *
 * @returns the exit code; a mistake of ours is thrown on, and ends in a stack trace.
 */
export function tellError(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage; // commander has told it; --help is no error
  }
  if (!(error instanceof UsageError || error instanceof StorageError)) throw error;
  const messages = error instanceof ConfigError ? error.mistakes : [error.message];
  for (const message of messages) console.error(`error: ${plainText(message, Infinity)}`);
  return error instanceof UsageError ? ExitCode.usage : ExitCode.someRunFailed;
}
