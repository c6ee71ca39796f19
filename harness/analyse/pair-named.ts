import { UsageError } from '../model/usage-error.ts';
import { nameOf, type RuntimePair } from './pair-runtimes.ts';

/**
 * Pairs two different runtimes: of the first name or id before, of the second after.
 *
 * @param named as somebody types them: `node` or `node@26.10.0`.
 * @throws UsageError when a side has no such runtime, or several versions of it.
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
