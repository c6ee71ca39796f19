import { isMissing, type Missing } from '../../model/runtime.ts';
import type { LocatedObserver, Observer } from './observer.ts';
import { gnuTime } from './observers/gnu-time.ts';
import { hyperfine } from './observers/hyperfine.ts';
import { pidusageLoop } from './observers/pidusage-loop.ts';
import { psrecord, psrecordPaced } from './observers/psrecord.ts';
import { tasktax } from './observers/tasktax.ts';

/** Ours first, then what people use instead. */
const OBSERVERS: readonly Observer[] = [
  tasktax,
  gnuTime,
  hyperfine,
  psrecord,
  psrecordPaced,
  pidusageLoop,
];

/** An observer that takes part in the bench. */
export interface FoundObserver extends LocatedObserver {
  readonly id: string;
}

/** Those that are here, and those that are not. */
export interface SoughtObservers {
  readonly found: readonly FoundObserver[];
  readonly missing: readonly (Missing & { readonly id: string })[];
}

/** Looks for every observer, one after the other, and installs those that it can. */
export async function seekObservers(): Promise<SoughtObservers> {
  const found: FoundObserver[] = [];
  const missing: (Missing & { id: string })[] = [];
  for (const { id, locate } of OBSERVERS) {
    const answer = await locate();
    if (isMissing(answer)) missing.push({ id, ...answer });
    else found.push({ id, ...answer });
  }
  return { found, missing };
}
