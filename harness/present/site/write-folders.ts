import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { UsageError } from '../../model/usage-error.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SitePlace } from './write-pages.ts';

/** Compiled in the package. */
const WORKER = new URL(`folder-worker${extname(import.meta.url)}`, import.meta.url);

/** Few enough for a gigabyte: a folder of 10,000 runs takes some 200 MB while it is read. */
const MOST_WORKERS = 2;

/** Writes the parts of the site that belong to results folders, several at a time, in the order in which they are given. */
export async function writeFolders(
  sources: readonly string[],
  place: SitePlace,
): Promise<readonly SiteFolder[]> {
  // V8 would let each worker's garbage grow to three times what it needs, whatever the other takes.
  setFlagsFromString('--heap-growing-percent=100');
  const written: SiteFolder[] = [];
  let next = 0;
  const work = async () => {
    const worker = new Worker(WORKER, {
      workerData: place,
    });
    try {
      while (next < sources.length) {
        const index = next;
        next += 1;
        written[index] = await answerOf(worker, sources[index] ?? '');
      }
    } finally {
      await worker.terminate();
    }
  };
  const count = Math.min(MOST_WORKERS, availableParallelism(), sources.length);
  await Promise.all(Array.from({ length: count }, work));
  return written;
}

/** @throws what the worker threw. */
function answerOf(worker: Worker, source: string): Promise<SiteFolder> {
  return new Promise((resolve, reject) => {
    // On its way from the worker, an error loses its class.
    const fail = (error: Error) =>
      reject(error.name === 'UsageError' ? new UsageError(error.message) : error);
    worker.once('error', fail);
    worker.once('message', (folder: SiteFolder) => {
      worker.off('error', fail);
      resolve(folder);
    });
    worker.postMessage(source);
  });
}
