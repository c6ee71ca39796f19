import { ToolFailure } from '../../provision/tool-output.ts';
import type { AccuracyObservations } from './accuracy-rows.ts';
import type { BenchChild } from './bench-child.ts';
import type { KnownCase } from './known-children.ts';
import type { Observation, Observe } from './observer.ts';
import type { FoundObserver } from './seek-observers.ts';

/** How often to measure what. */
export interface AccuracyPlan {
  readonly runs: number;
  /** Runs of each child without its memory. */
  readonly emptyRuns: number;
}

/** Lets every observer watch every known child in turn, so that drift of the machine affects all alike. */
export async function measureAccuracy(
  observers: readonly FoundObserver[],
  cases: readonly KnownCase[],
  plan: AccuracyPlan,
  onRound: (line: string) => void,
): Promise<readonly AccuracyObservations[]> {
  const table = observers.flatMap((observer) =>
    cases.map((known): Cell => ({ observer, known, empty: [], full: [] })),
  );
  for (let run = 1; run <= plan.runs; run += 1) {
    onRound(`known memory: round ${run} of ${plan.runs}`);
    for (const { observer, known, empty, full } of table) {
      if (run > (known.mostRuns ?? plan.runs)) continue;
      if (run <= plan.emptyRuns)
        empty.push(await observeOrWarn(observer.observe, [known.emptyChild]));
      const child = outOfStep(known.child, (run - 1) / plan.runs);
      const children = known.before ? [known.before, child] : [child];
      full.push(await observeOrWarn(observer.observe, children));
    }
  }
  return table;
}

interface Cell extends AccuracyObservations {
  readonly observer: FoundObserver;
  readonly known: KnownCase;
  readonly empty: (Observation | undefined)[];
  readonly full: (Observation | undefined)[];
}

/** The longest polling interval of the observers. */
const SLOWEST_POLL_MS = 100;

/** Starts the work at another moment in each run: no real program runs in step with its observer's polling. */
function outOfStep(child: BenchChild, phase: number): BenchChild {
  const ready = (child.holdMs.ready ?? 0) + phase * SLOWEST_POLL_MS;
  return { ...child, holdMs: { ...child.holdMs, ready } };
}

/** What was reported about the last child; undefined, with a warning, when the observer failed. */
export async function observeOrWarn(
  observe: Observe,
  children: readonly BenchChild[],
): Promise<Observation | undefined> {
  try {
    return (await observe(children)).at(-1);
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    console.error(`warning: ${error.message}`);
    return undefined;
  }
}
