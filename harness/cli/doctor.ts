import { loadCatalogue } from '../catalogue.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import type { Check } from '../verify/doctor/check.ts';
import { checkLines, verdictLine } from '../verify/doctor/check-lines.ts';
import { checkGroups } from '../verify/doctor/doctor.ts';
import { provideFixture } from '../verify/known-memory/known-memory.ts';
import { ExitCode } from './exit-code.ts';

/** Tells how far figures from this machine can be trusted, and changes nothing on it. */
export async function doctor(): Promise<ExitCode> {
  return withMachineLocked([], checkAll, 'the doctor');
}

async function checkAll(): Promise<ExitCode> {
  const checks: Check[] = [];
  for (const { heading, check } of checkGroups(await loadCatalogue(), await provideFixture())) {
    console.log(heading);
    const made = await check();
    console.log(`${checkLines(made).join('\n')}\n`);
    checks.push(...made);
  }
  console.log(verdictLine(checks));
  return checks.some(({ verdict }) => verdict === 'fail') ? ExitCode.someRunFailed : ExitCode.ok;
}
