import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSystemError } from '../model/system-error.ts';

/**
 * Makes a folder and those above it, wherever a user says. Node's `recursive` never comes back from below /proc, where
 * making a folder fails as if the one above were missing.
 *
 * @throws the system's error.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (isSystemError(error, 'EEXIST') && statSync(path).isDirectory()) return;
    if (!isSystemError(error, 'ENOENT') || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path));
    mkdirSync(path);
  }
}
