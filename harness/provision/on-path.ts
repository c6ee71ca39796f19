import { realpath } from 'node:fs/promises';
import which from 'which';
import { callersPath } from './callers-path.ts';

/** The real path of a command on the caller's PATH, links resolved; undefined when there is none. */
export async function onPath(command: string): Promise<string | undefined> {
  const found = await which(command, { nothrow: true, path: callersPath() });
  return found === null ? undefined : realpath(found);
}
