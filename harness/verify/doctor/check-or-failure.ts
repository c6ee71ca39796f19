import { ToolFailure } from '../../provision/tool-output.ts';
import type { Check } from './check.ts';
import { FixtureFailure } from './measure-fixture.ts';

/**
 * Makes a measurement a check. If it fails, the check fails and the doctor goes on; if memory ran out, the check is
 * unavailable, since the instrument is not at fault.
 */
export async function checkOrFailure(what: string, measure: () => Promise<Check>): Promise<Check> {
  try {
    return await measure();
  } catch (error) {
    if (error instanceof FixtureFailure) {
      const verdict = error.status === 'out-of-memory' ? 'unavailable' : 'fail';
      return { what, seen: `${error.status}: ${error.message}`, bound: '', verdict };
    }
    if (error instanceof ToolFailure) {
      return { what, seen: error.message, bound: '', verdict: 'fail' };
    }
    throw error;
  }
}
