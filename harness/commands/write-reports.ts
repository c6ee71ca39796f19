import { join } from 'node:path';
import { shortPath } from '../record/results-path.ts';
import type { Workload } from '../vocabulary/workload.ts';

/**
 * Writes the report of each results folder into it, and says where. Drawing takes a large library, which is loaded only
 * now: it has no place in memory while something is measured.
 */
export async function writeReports(
  folders: readonly string[],
  workloads: ReadonlyMap<string, Workload>,
): Promise<void> {
  const { writeReport } = await import('../render/report/write-report.ts');
  for (const folder of folders) {
    const missing = await writeReport(folder, workloads);
    if (missing !== undefined) console.error(missing);
    console.log(`report: ${shortPath(join(folder, 'report.html'))}, report.md and charts/`);
  }
}
