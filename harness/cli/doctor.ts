import { loadCatalogue } from '../catalogue.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import type { Check } from '../verify/doctor/check.ts';
import { checkLines, verdictLine } from '../verify/doctor/check-lines.ts';
import { examination } from '../verify/doctor/examination.ts';
import { provideFixture } from '../verify/doctor/measure-fixture.ts';
import { ExitCode } from './exit-code.ts';

/** Tells how far figures from this machine can be trusted, and changes nothing on it. */
export async function doctor(): Promise<ExitCode> {
  return withMachineLocked([], examine, 'the doctor');
}

async function examine(): Promise<ExitCode> {
  const checks: Check[] = [];
  for (const { heading, examine: look } of examination(
    await loadCatalogue(),
    await provideFixture(),
  )) {
    console.log(heading);
    const found = await look();
    console.log(`${checkLines(found).join('\n')}\n`);
    checks.push(...found);
  }
  console.log(verdictLine(checks));
  return checks.some(({ verdict }) => verdict === 'fail') ? ExitCode.someRunFailed : ExitCode.ok;
}
