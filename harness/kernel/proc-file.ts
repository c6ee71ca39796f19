import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { isSystemError } from '../model/system-error.ts';

/** The whole text of a file under /proc, or undefined when its process is gone or not ours to read. */
export function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** The numeric entries of a folder under /proc: processes of `/proc`, threads of `/proc/PID/task`. */
export function numbersIn(folder: string): readonly number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** A file under /proc that stays open and is read again and again into one buffer: no allocation, no path lookup. */
export class OpenProcFile {
  static readonly #buffer = Buffer.alloc(8192);
  readonly #descriptor: number;

  private constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  static open(path: string): OpenProcFile | undefined {
    try {
      return new OpenProcFile(openSync(path, 'r'));
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  /** The file's bytes now, valid until the next read of any such file; undefined when the process is gone. */
  read(): Buffer | undefined {
    try {
      const length = readSync(this.#descriptor, OpenProcFile.#buffer, 0, 8192, 0);
      return length === 0 ? undefined : OpenProcFile.#buffer.subarray(0, length);
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

// ENOENT: no such process any more. ESRCH: it ended between open and read. EACCES, EPERM: another user's.
const GONE = ['ENOENT', 'ESRCH', 'EACCES', 'EPERM'];

function isGone(error: unknown): boolean {
  return isSystemError(error, ...GONE);
}
