import type { Catalogue } from '../catalogue.ts';
import type { LiveReport } from '../present/live/live-report.ts';
import type { ExitCode } from './exit-code.ts';

/** Serves a live report while a comparison is made, and says where. What it takes is loaded only now. */
export async function watched(
  catalogue: Catalogue,
  make: (live: LiveReport) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { LiveReport } = await import('../present/live/live-report.ts');
  const live = await LiveReport.start(catalogue);
  console.log(`watch: ${live.url}`);
  try {
    return await make(live);
  } finally {
    await live.close();
  }
}
