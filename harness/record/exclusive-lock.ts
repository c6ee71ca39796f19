import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { isAlive, processIdentity } from '../kernel/process-identity.ts';
import { isSystemError } from '../model/system-error.ts';

/** The holder of a lock, as recorded beside the lock. */
export interface Holder {
  /** Undefined when the process is not visible from here, e.g. in another container. */
  readonly pid: number | undefined;
  /** Why it holds the lock, for messages. */
  readonly purpose: string;
}

/** A lock that is held until it is released or this process ends. */
export interface Lock {
  readonly release: () => void;
}

/**
 * Takes a lock that only one process can hold. It is a kernel lock on a file, taken through SQLite because Node has no
 * API for it. The kernel releases it when its holder ends, however it ends, so there are no stale locks, and a reused pid
 * does no harm.
 *
 * @param path a file, which is made if necessary and never removed.
 * @returns the lock, or its current holder.
 */
export async function takeLock(path: string, purpose: string): Promise<Lock | Holder> {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    return holderOf(path);
  }
  const holder = { harness: processIdentity(process.pid), purpose };
  try {
    writeFileSync(holderPath(path), JSON.stringify(holder));
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}

/** Whether an error comes from SQLite. */
export function isLockError(error: unknown): error is Error & { readonly errcode: unknown } {
  return error instanceof Error && 'errcode' in error;
}

/** SQLITE_BUSY (sqlite.org/rescode.html): another process holds the lock. */
function isBusy(error: unknown): boolean {
  return isLockError(error) && error.errcode === 5;
}

/** Finds the holder, waiting for one that has not recorded itself yet. */
async function holderOf(path: string): Promise<Holder> {
  for (let look = 0; look < 20; look += 1) {
    const { harness, purpose } = said(path);
    if (isAlive(harness)) return { pid: Number.parseInt(harness, 10), purpose };
    await after(50);
  }
  return { pid: undefined, purpose: said(path).purpose };
}

/** Reads the record beside the lock, which may be missing, incomplete, or from an earlier holder. */
function said(path: string): { readonly harness: string; readonly purpose: string } {
  try {
    return JSON.parse(readFileSync(holderPath(path), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return NOBODY;
    if (isSystemError(error, 'ENOENT')) return NOBODY;
    throw error;
  }
}

const NOBODY = { harness: '0@0', purpose: '' };

function holderPath(path: string): string {
  return `${path}.json`;
}
