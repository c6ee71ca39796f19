import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Case, PlannedRun } from '../model/case.ts';
import type { Runtime } from '../model/runtime.ts';
import type { Demand } from './expand-suite.ts';

/** A runtime with its versioned id. */
export interface PlannedRuntime {
  readonly runtime: Runtime;
  readonly runtimeId: string;
}

/**
 * Every case of a comparison: each demand for each runtime that has the workload and can run that many tasks.
 */
export function casesOf(
  runtimes: readonly PlannedRuntime[],
  demands: readonly Demand[],
): readonly Case[] {
  return demands.flatMap(({ workload, tasks, parameters }) =>
    runtimes
      .filter(({ runtime }) => whyNot(runtime, { workload, tasks, parameters }) === undefined)
      .map(({ runtimeId }) => ({ runtimeId, workload: workload.id, tasks, parameters })),
  );
}

/** Why a runtime cannot run a demand, as a clause for the user; undefined when it can. */
export function whyNot(
  runtime: Runtime,
  { workload, tasks, parameters }: Demand,
): string | undefined {
  const lack = runtime.lacks?.[workload.id];
  if (lack !== undefined) return `${runtime.id} has no "${workload.id}" (${lack})`;
  const limit = runtime.limit?.();
  if (limit === undefined || workload.expectedTasks(tasks, parameters) <= limit.tasks)
    return undefined;
  return `${runtime.id} can have at most ${limit.tasks} tasks (${limit.reason})`;
}

/**
 * Orders the runs in blocks. Each block holds every case once, shuffled by the seed, so that drift of the machine affects
 * all cases alike (randomised complete block design). The first block goes from the smallest size to the largest, shuffled
 * within each, so that what a large run will need is known from smaller ones whatever the seed.
 */
export function planRuns(
  cases: readonly Case[],
  repeats: number,
  seed: number,
): readonly PlannedRun[] {
  const generator = xoroshiro128plus(seed);
  const order: PlannedRun[] = [];
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    const block = [...cases];
    // Fisher-Yates: every order of the block is equally likely.
    for (let last = block.length - 1; last > 0; last -= 1) {
      const chosen = uniformInt(generator, 0, last);
      [block[last], block[chosen]] = [block[chosen] as Case, block[last] as Case];
    }
    if (repeat === 1) block.sort((a, b) => a.tasks - b.tasks);
    for (const theCase of block) {
      order.push({ case: theCase, repeat, position: order.length + 1 });
    }
  }
  return order;
}
