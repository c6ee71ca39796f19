import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Puts a text in the place of a file's at once: on a full disk the old one stays, and never half of the new. */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.draft`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
