import { realpath } from 'node:fs/promises';
import which from 'which';

/** The real path of a command on the PATH, links resolved; undefined when there is none. */
export async function onPath(command: string): Promise<string | undefined> {
  const found = await which(command, { nothrow: true });
  return found === null ? undefined : realpath(found);
}
