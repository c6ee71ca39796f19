import { createHash } from 'node:crypto';
import { readSetting } from './read-setting.ts';

/**
 * Tells this machine from others of the same make without naming it: the first 12 hex digits of the SHA-256 of the random
 * id that the kernel draws at every boot (random(4)), so that nobody can tell from it which machine it was.
 *
 * @returns null where the kernel has no such id.
 */
export function readHostId(): string | null {
  const bootId = readSetting('/proc/sys/kernel/random/boot_id')?.trim();
  if (!bootId) return null;
  return createHash('sha256').update(`tasktax ${bootId}`).digest('hex').slice(0, 12);
}
