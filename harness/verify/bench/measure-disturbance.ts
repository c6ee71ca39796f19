import type { BenchChild } from './bench-child.ts';
import type { DisturbancePairs, Pair } from './disturbance-rows.ts';
import { observeOrWarn } from './measure-accuracy.ts';
import type { Observe } from './observer.ts';
import { tasktax, tasktaxWithoutSampling } from './observers/tasktax.ts';
import { bareChild } from './run-under-observer.ts';
import type { FoundObserver } from './seek-observers.ts';

/** The sampler's share is claimed to be under 1 %, and a small change takes more pairs to show than a large one. */
const PAIRS_A_ROUND_OF_OURS = 6;

interface Contest extends DisturbancePairs {
  readonly observeWith: Observe;
  readonly observeWithout: Observe;
  readonly pairsARound: number;
  readonly pairs: Pair[];
}

/**
 * Runs the child with and without each observer, one right after the other, so that both halves of a pair meet the
 * machine in the same state. Ours is also compared with itself without polling, which is the sampler's own share.
 */
export async function measureDisturbance(
  observers: readonly FoundObserver[],
  child: BenchChild,
  pairs: number,
  onRound: (line: string) => void,
): Promise<readonly DisturbancePairs[]> {
  const contests = observers.flatMap((observer): Contest[] => {
    const bare: Contest = {
      observer,
      without: 'bare child',
      observeWith: observer.observe,
      observeWithout: bareChild,
      pairsARound: 1,
      pairs: [],
    };
    return observer.id === tasktax.id
      ? [
          bare,
          {
            ...bare,
            without: 'sampling off',
            observeWithout: tasktaxWithoutSampling,
            pairsARound: PAIRS_A_ROUND_OF_OURS,
            pairs: [],
          },
        ]
      : [bare];
  });
  for (let pair = 1; pair <= pairs; pair += 1) {
    onRound(`disturbance: pair ${pair} of ${pairs}`);
    for (const contest of contests) {
      for (let again = 0; again < contest.pairsARound; again += 1) {
        const both = await runPair(contest, child, (pair + again) % 2 === 0);
        if (both) contest.pairs.push(both);
      }
    }
  }
  return contests;
}

/** The halves change places from pair to pair, so that the order favours neither. */
async function runPair(
  { observeWith, observeWithout }: Contest,
  child: BenchChild,
  withFirst: boolean,
): Promise<Pair | undefined> {
  const first = await createSeconds(withFirst ? observeWith : observeWithout, child);
  const second = await createSeconds(withFirst ? observeWithout : observeWith, child);
  if (first === undefined || second === undefined) return undefined;
  return withFirst
    ? { secondsWith: first, secondsWithout: second }
    : { secondsWith: second, secondsWithout: first };
}

async function createSeconds(observe: Observe, child: BenchChild): Promise<number | undefined> {
  const observation = await observeOrWarn(observe, [child]);
  return observation?.said.get('created')?.seconds;
}
