import { beforeAll, describe } from 'vitest';
import { isMissing } from '../model/runtime.ts';
import { buildFixture } from '../verify/known-memory/known-memory.ts';
import { FIXTURE } from './guest-commands.ts';
import { runScenario, type Scenario, type StepResult } from './run-scenario.ts';
import { provideVirtualMachine } from './virtual-machine.ts';

const TIMEOUT_SECONDS = 1200;

const machine = await provideVirtualMachine();
const fixture = await buildFixture();
if (isMissing(machine)) console.warn(`SKIPPED: ${machine.missing}; ${machine.remedy}`);
if (fixture === undefined) console.warn('SKIPPED: a C compiler is needed; apt install gcc');

/**
 * Tests of what came of the steps of a scenario, which is run once before them. They are skipped where no machine can be
 * emulated.
 *
 * @param tests declares them; what it is given tells what came of a step.
 */
export function describeScenario(
  title: string,
  scenario: Pick<Scenario, 'machine' | 'steps'>,
  tests: (resultOf: (step: string) => StepResult) => void,
): void {
  describe.skipIf(isMissing(machine) || fixture === undefined)(title, () => {
    let resultOf: (step: string) => StepResult;
    beforeAll(async () => {
      if (isMissing(machine) || fixture === undefined) return;
      const files = { [FIXTURE]: fixture };
      const timeoutSeconds = TIMEOUT_SECONDS;
      resultOf = await runScenario(machine, { ...scenario, files, timeoutSeconds });
    });
    tests((step) => resultOf(step));
  });
}
