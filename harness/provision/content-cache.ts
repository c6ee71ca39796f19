import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isIntact, recordContents } from './folder-contents.ts';
import { cacheFolder } from './places.ts';

/**
 * Returns the cache folder for exactly these inputs; `build` fills it the first time. A changed input leads to another
 * folder, so a stale build is never measured.
 */
export async function contentCache(
  name: string,
  inputs: readonly string[],
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
  return cachedFolder(`${name}-${key}`, build);
}

/**
 * Returns a cache folder, complete and unchanged since its build. A failed build leaves nothing behind. A folder that has
 * changed since its build is rebuilt, with a note to the user.
 */
export async function cachedFolder(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) {
    if (isIntact(folder)) return folder;
    console.error(`note: ${folder} has changed since it was built; rebuilding it`);
    await rm(folder, { recursive: true });
  }
  const draft = `${folder}.${randomUUID().slice(0, 8)}`;
  await mkdir(draft, { recursive: true });
  try {
    await build(draft);
    recordContents(draft);
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // another process built the same content first
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}
