import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../provision/places.ts';
import { isAlive, processIdentity } from '../run/proc/process-identity.ts';
import { UsageError } from '../vocabulary/usage-error.ts';

/** Whoever makes a comparison on this machine; two at once would be each other's noise. */
interface Holder {
  readonly harness: string;
  readonly folder: string;
}

/**
 * Does some work with the machine to itself; a lock that a dead harness left is taken over.
 *
 * @param folder where the tables will go, for telling others.
 * @throws UsageError when another comparison is under way.
 */
export async function withMachineLocked<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const unlock = lockMachine(folder);
  try {
    return await work();
  } finally {
    unlock();
  }
}

function lockMachine(folder: string): () => void {
  mkdirSync(cacheFolder, { recursive: true });
  const path = join(cacheFolder, 'comparison.lock');
  const holder: Holder = { harness: processIdentity(process.pid), folder };
  for (;;) {
    try {
      const descriptor = openSync(path, 'wx');
      writeFileSync(descriptor, JSON.stringify(holder));
      closeSync(descriptor);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const other = readHolder(path);
    if (other !== undefined && isAlive(other.harness)) {
      const pid = Number.parseInt(other.harness, 10);
      throw new UsageError(
        `a comparison into ${other.folder} is under way (pid ${pid}), and two at once would disturb each other: wait for it, or end it with: kill ${pid}`,
      );
    }
    rmSync(path, { force: true });
  }
}

/** Undefined for a lock that vanished meanwhile, or was torn when its writer died. */
function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
