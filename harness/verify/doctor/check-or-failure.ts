import { ToolFailure } from '../../provision/tool-output.ts';
import type { Check } from './check.ts';
import { FixtureFailure } from './measure-fixture.ts';

/**
 * Makes a check out of a measurement that may go wrong. One that does is a failed check and not the end of all
 * others; when there was too little memory for it, the instrument is not to blame.
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
