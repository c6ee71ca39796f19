import { basename } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import { fileSha256 } from '../provision/file-sha256.ts';
import { onPath } from '../provision/on-path.ts';
import type { Found } from '../provision/provide.ts';
import { plainText } from '../text/plain-text.ts';

/** A command to measure, and its name in tables. Default: its file name. */
export interface NamedCommand {
  readonly name?: string;
  readonly command: readonly [string, ...string[]];
}

/**
 * Finds a command and treats it as a runtime, with its SHA-256 as the version. The runtime behind the command is unknown,
 * so the out-of-memory messages of all runtimes apply.
 *
 * @throws UsageError when the command does not exist.
 */
export async function findCommand(
  { name: given, command: [file, ...rest] }: NamedCommand,
  runtimes: Catalogue['runtimes'],
): Promise<Found> {
  const executable = await onPath(file);
  if (executable === undefined) {
    throw new UsageError(`no command "${file}": give the name of one on the PATH, or its path`);
  }
  const found = {
    executable,
    version: `sha256-${fileSha256(executable).slice(0, 12)}`,
    source: 'command line',
    prepare: async () => ({ command: [executable, ...rest], environment: 'inherited' }) as const,
  };
  const name = given ?? plainText(basename(file));
  const runtime = {
    id: name,
    title: name,
    outOfMemory: [...runtimes.values()].flatMap(({ outOfMemory = [] }) => outOfMemory),
    locate: async () => found,
  };
  return { runtime, found };
}
