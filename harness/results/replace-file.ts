import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Replaces the content of a file atomically: on a full disk, the old content stays. A symbolic link is replaced, not
 * followed.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.draft`;
  rmSync(draft, { force: true });
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
