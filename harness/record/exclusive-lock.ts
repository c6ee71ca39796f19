import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { isAlive, processIdentity } from '../kernel/process-identity.ts';
import { isSystemError } from '../model/system-error.ts';

/** Whoever has a lock, as it says beside it. */
export interface Holder {
  /** Undefined when it cannot be seen from here: it lives in another container, say. */
  readonly pid: number | undefined;
  /** What it has the lock for, for telling others. */
  readonly purpose: string;
}

/** A lock that is ours until it is released, or until we die. */
export interface Lock {
  readonly release: () => void;
}

/**
 * Takes a lock that only one process can have. It is the kernel's lock on a file, taken by SQLite, since Node itself has
 * none: it goes when its holder dies, however it dies. So there is nothing to take over from the dead, and a
 * process that got the number of a dead holder holds nothing.
 *
 * @param path a file that is made when it is not there, and stays.
 * @returns the lock, or who has it.
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

/** Whether SQLite could not take a lock. */
export function isLockError(error: unknown): error is Error & { readonly errcode: unknown } {
  return error instanceof Error && 'errcode' in error;
}

/** SQLITE_BUSY (sqlite.org/rescode.html): somebody else has it. */
function isBusy(error: unknown): boolean {
  return isLockError(error) && error.errcode === 5;
}

/** Waits for the name of a holder that has not said who it is yet. */
async function holderOf(path: string): Promise<Holder> {
  for (let look = 0; look < 20; look += 1) {
    const { harness, purpose } = said(path);
    if (isAlive(harness)) return { pid: Number.parseInt(harness, 10), purpose };
    await after(50);
  }
  return { pid: undefined, purpose: said(path).purpose };
}

/** What stands beside the lock: of its holder, or of one before that is gone, or half of it. */
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
