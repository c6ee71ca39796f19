import { loadCatalogue } from '../catalogue.ts';
import type { Check } from '../doctor/check.ts';
import { checkLines, verdictLine } from '../doctor/check-lines.ts';
import { examination } from '../doctor/examination.ts';
import { provideFixture } from '../doctor/measure-fixture.ts';
import { ExitCode } from './exit-code.ts';

/** Tells how far figures from this machine can be trusted, and changes nothing on it. */
export async function doctor(): Promise<ExitCode> {
  const checks: Check[] = [];
  for (const { heading, examine } of examination(await loadCatalogue(), await provideFixture())) {
    console.log(heading);
    const found = await examine();
    console.log(`${checkLines(found).join('\n')}\n`);
    checks.push(...found);
  }
  console.log(verdictLine(checks));
  return checks.some(({ verdict }) => verdict === 'fail') ? ExitCode.someRunFailed : ExitCode.ok;
}
