import type { Catalogue } from '../catalogue.ts';
import type { ReportEvent } from '../compare/comparison-event.ts';
import { type MakeOptions, makeComparisons } from '../compare/make-comparisons.ts';
import type { PlannedComparisons } from '../compare/planned-comparisons.ts';
import type { ComparisonDisplay } from '../present/terminal/comparison-display.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { interruptSignal } from './interrupt.ts';
import { writeReports } from './write-reports.ts';

/**
 * Makes planned comparisons in view of the user, then their reports.
 *
 * @param alsoReport told of what happens, after the display.
 */
export async function makeAndReport(
  planned: PlannedComparisons,
  options: Omit<MakeOptions, 'listenForInterrupt' | 'workloads'>,
  catalogue: Catalogue,
  display: ComparisonDisplay,
  alsoReport: ReportEvent = () => {},
): Promise<ExitCode> {
  try {
    const made = await makeComparisons(
      planned,
      { ...options, workloads: catalogue.workloads, listenForInterrupt: interruptSignal },
      (event) => {
        display.report(event);
        alsoReport(event);
      },
    );
    // After Ctrl-C nobody waits for a report; `npm run report` draws it later.
    if (!made.isInterrupted) {
      await writeReports(
        made.comparisons.map(({ path }) => path),
        catalogue,
      );
      display.tellAnswers();
    }
    return exitCodeOf(made);
  } finally {
    display.stop();
  }
}
