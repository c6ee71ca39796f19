import { realpath } from 'node:fs/promises';
import which from 'which';

/** The real file behind a command of the PATH, or undefined when there is none. */
export async function onPath(command: string): Promise<string | undefined> {
  const found = await which(command, { nothrow: true });
  return found === null ? undefined : realpath(found);
}
