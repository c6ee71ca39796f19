import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Puts new content in the place of a file's at once: on a full disk the old one stays, and never half of the new. A
 * symbolic link is replaced, not followed.
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
