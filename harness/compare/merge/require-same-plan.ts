import { UsageError } from '../../model/usage-error.ts';
import { shortPath } from '../../results/results-path.ts';
import type { RuntimeRow } from '../../results/tables/runtimes.ts';
import type { Part } from './read-part.ts';

/**
 * Makes sure that a part is of the same comparison as the first: figures that were measured in another way are never
 * mixed with these.
 *
 * @throws UsageError that names the first difference.
 */
export function requireSamePlan(first: Part, part: Part): void {
  for (const [what, aspectOf] of ASPECTS) {
    const [expected, found] = [aspectOf(first), aspectOf(part)];
    if (expected === found) continue;
    throw foreign(first, part, `its ${what} is ${found}, not ${expected}`);
  }
  requireSameRuntimes(first, part);
}

/** What the parts of a comparison must share, in the order in which a difference explains those after it. */
const ASPECTS: readonly (readonly [string, (part: Part) => string | number])[] = [
  ['suite', ({ facts }) => facts.suite],
  ['seed', ({ facts }) => facts.seed],
  ['harness', ({ facts, plan }) => `${facts.harnessVersion} (${plan.harness})`],
  ['limit of a run', ({ plan }) => plan.limits],
  ['number of blocks', ({ plan }) => plan.repeats],
];

function requireSameRuntimes(first: Part, part: Part): void {
  const ours = byId(first.runtimes);
  const theirs = byId(part.runtimes);
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [expected, found] = [ours.get(id), theirs.get(id)];
    if (found === undefined) throw foreign(first, part, `it lacks runtime ${id}`);
    if (expected === undefined) throw foreign(first, part, `it has runtime ${id} as well`);
    if (expected === found) continue;
    const [short, shortExpected] = [found.slice(0, 12), expected.slice(0, 12)];
    throw foreign(first, part, `its ${id} is another executable (${short}, not ${shortExpected})`);
  }
  if (first.plan.order === part.plan.order && first.plan.runs === part.plan.runs) return;
  throw foreign(first, part, 'its cases are others (numbers of tasks or parameters)');
}

function byId(runtimes: readonly RuntimeRow[]): ReadonlyMap<string, string> {
  return new Map(runtimes.map((row) => [row.runtime_id, row.executable_sha256]));
}

function foreign(first: Part, part: Part, difference: string): UsageError {
  return new UsageError(
    `${shortPath(part.path)} is no part of the comparison in ${shortPath(first.path)}: ${difference}; leave it out, or measure it again in the same way`,
  );
}
