import { join } from 'node:path';
import type { Catalogue } from '../catalogue.ts';
import { StorageError } from '../model/storage-error.ts';
import { isSystemError } from '../model/system-error.ts';
import { ownCommand } from '../provision/own-command.ts';
import { shortPath } from '../results/results-path.ts';

/**
 * Writes the report of each results folder into it, and says where. Drawing takes a large library, which is loaded only
 * now: it has no place in memory while something is measured.
 *
 * @throws StorageError when a folder does not take it; the tables are not touched.
 */
export async function writeReports(
  folders: readonly string[],
  catalogue: Pick<Catalogue, 'runtimes' | 'workloads'>,
): Promise<void> {
  const { pageScript } = await import('../present/report/page-script.ts');
  const { writeReport } = await import('../present/report/write-report.ts');
  const script = await pageScript();
  for (const folder of folders) {
    try {
      const missing = writeReport(folder, catalogue, script);
      if (missing !== undefined) console.error(missing);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const later = ownCommand('report', shortPath(folder));
      throw new StorageError(
        `cannot write the report to ${folder} (${error.code}); the tables are safe; to write it later: ${later}`,
      );
    }
    console.log(`report: ${shortPath(join(folder, 'report.html'))}, report.md and charts/`);
  }
}
