// A worker of `write-folders.ts`: it writes the part of the site that belongs to each results folder it is sent.
import { parentPort, workerData } from 'node:worker_threads';
import { loadCatalogue } from '../../catalogue.ts';
import { writeFolder } from './write-folder.ts';

const catalogue = await loadCatalogue();
parentPort?.on('message', (source: string) => {
  parentPort?.postMessage(writeFolder(source, workerData, catalogue));
});
