import { setTimeout as after } from 'node:timers/promises';
import type { QueuedShard } from './slurm-commands.ts';

/** What following the shards of a comparison needs of the world. */
export interface ShardWorld {
  /** Undefined when Slurm does not answer. */
  readonly queued: () => Promise<readonly QueuedShard[] | undefined>;
  readonly isComplete: (shard: number) => boolean;
  /** Grows with every run that a shard has made. */
  readonly progressOf: (shard: number) => number;
  readonly submit: (shards: readonly number[]) => Promise<void>;
  readonly tell: (progress: ShardProgress) => void;
  readonly interrupt: AbortSignal;
}

/** How many shards there are in each state. */
export interface ShardProgress {
  readonly complete: number;
  readonly running: number;
  readonly waiting: number;
  /** Shards whose job ended too early, and which were submitted again just now. */
  readonly resubmitted: readonly number[];
}

const LOOK_MS = 3_000;

/**
 * Follows shards until all are complete, or those that are not have no hope: a shard whose job ended too early is
 * submitted again, and goes on where it stopped, as long as each job makes at least one run.
 *
 * @returns the shards that could not be completed, and whether the user stopped following.
 */
export async function followShards(
  shards: readonly number[],
  world: ShardWorld,
): Promise<{ readonly hopeless: readonly number[]; readonly isInterrupted: boolean }> {
  const before = new Map(shards.map((shard) => [shard, world.progressOf(shard)]));
  const hopeless = new Set<number>();
  /** A shared file system may show what a node has written a little later than its end. */
  let endedBefore = new Set<number>();
  for (;;) {
    if (world.interrupt.aborted) return { hopeless: [...hopeless], isInterrupted: true };
    const queued = await world.queued();
    if (queued !== undefined) {
      const active = new Set(queued.map(({ shard }) => shard));
      const complete = shards.filter((shard) => !active.has(shard) && world.isComplete(shard));
      const ended = shards.filter((shard) => !active.has(shard) && !complete.includes(shard));
      const again: number[] = [];
      for (const shard of ended) {
        if (!endedBefore.has(shard) || hopeless.has(shard)) continue;
        const progress = world.progressOf(shard);
        if (progress > (before.get(shard) ?? 0)) again.push(shard);
        else hopeless.add(shard);
        before.set(shard, progress);
      }
      endedBefore = new Set(ended.filter((shard) => !again.includes(shard)));
      if (again.length > 0) await world.submit(again);
      world.tell({
        complete: complete.length,
        running: queued.filter(({ state }) => state !== 'PENDING').length,
        waiting: queued.filter(({ state }) => state === 'PENDING').length + again.length,
        resubmitted: again,
      });
      if (complete.length + hopeless.size === shards.length) {
        return { hopeless: [...hopeless], isInterrupted: false };
      }
    }
    await after(LOOK_MS, undefined, { signal: world.interrupt }).catch(() => {}); // the user stops
  }
}
