import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isIntact, recordContents } from './folder-contents.ts';
import { cacheFolder } from './places.ts';

/**
 * The folder in the cache for exactly these inputs; `build` fills it the first time. Another input is another
 * folder, so nothing stale is ever measured.
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
 * A folder of the cache, whole and as it was built. A build that fails half-way leaves nothing behind; a folder that has
 * changed since is built anew, and a line says so.
 */
export async function cachedFolder(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) {
    if (isIntact(folder)) return folder;
    console.error(`note: ${folder} was damaged since it was built; it is built anew`);
    await rm(folder, { recursive: true });
  }
  const draft = `${folder}.${randomUUID().slice(0, 8)}`;
  await mkdir(draft, { recursive: true });
  try {
    await build(draft);
    recordContents(draft);
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // another process was faster with the same content
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}
