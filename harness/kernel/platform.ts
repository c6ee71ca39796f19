import { existsSync } from 'node:fs';

/**
 * Whether this system tells about processes in a file under /proc: `smaps_rollup` is there from Linux 4.14 on, and none
 * is there on macOS and Windows.
 */
export function hasProcFile(name: 'stat' | 'status' | 'smaps_rollup'): boolean {
  return existsSync(`/proc/self/${name}`);
}
