import { UsageError } from '../model/usage-error.ts';
import { nameOf, type RuntimePair } from './pair-runtimes.ts';

/**
 * Pairs two different runtimes: the first name is the side before, the second is the side after.
 *
 * @param named names as typed by the user: `node` or `node@26.10.0`.
 * @throws UsageError when a side does not have the runtime, or has several versions of it.
 */
export function pairNamed(
  named: RuntimePair,
  before: readonly string[],
  after: readonly string[],
): readonly RuntimePair[] {
  return [{ before: theOne(named.before, before), after: theOne(named.after, after) }];
}

function theOne(name: string, ids: readonly string[]): string {
  const found = ids.filter((id) => id === name || nameOf(id) === name);
  const [id] = found;
  if (id === undefined) throw new UsageError(`no runtime "${name}" there: ${ids.join(', ')}`);
  if (found.length > 1) {
    throw new UsageError(`which ${name}? Write one of ${found.join(', ')}`);
  }
  return id;
}
