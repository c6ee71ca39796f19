import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A folder of the cache, whole or not there: a build that fails half-way leaves nothing behind. */
export async function cachedFolder(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  if (await exists(folder)) return folder;
  const draft = `${folder}.${randomUUID().slice(0, 8)}`;
  await mkdir(draft, { recursive: true });
  try {
    await build(draft);
    await rename(draft, folder).catch(async (error) => {
      if (!(await exists(folder))) throw error; // another process was faster with the same content
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
