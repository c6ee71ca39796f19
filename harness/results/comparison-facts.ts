import { z } from 'zod';
import { LARGEST_FIGURE } from '../model/largest-figure.ts';
import type { Shard } from '../model/shard.ts';
import { plainText } from '../text/plain-text.ts';

/** The comparison as a whole, as its datapackage.json tells it. */
export interface ComparisonFacts {
  readonly comparisonId: string;
  readonly suite: string;
  readonly title: string;
  readonly createdAt: string;
  readonly seed: number;
  readonly repeats: number;
  readonly plannedRuns: number;
  /** False when it was stopped before every planned run was made. */
  readonly complete: boolean;
  /** The most that a run was allowed to take; absent without a limit. */
  readonly memoryLimitBytes?: number;
  /** Which part of the whole it is; absent where it is all of it. */
  readonly shard?: Shard;
  /** What other parts must share with it; absent in folders of before there were parts. */
  readonly plan?: PlanFacts;
  readonly harnessVersion: string;
}

/** The whole of which a comparison may be a part. */
export interface PlanFacts {
  /** Identifies the runs of the whole in their order. */
  readonly order: string;
  readonly runs: number;
  readonly repeats: number;
  /** Identifies the sources of harness and programs. */
  readonly harness: string;
  /** What ends a run from our side. */
  readonly limits: string;
}

/** A name that can be part of a path: files of a comparison are called after it. */
export const pathName = z.string().regex(/^[A-Za-z0-9][\w.+-]{0,199}$/);

const foreignText = z.string().transform((text) => plainText(text));
const count = z.int().min(0).max(LARGEST_FIGURE);

const shard: z.ZodType<Shard> = z
  .object({ index: count.min(1), of: count.min(1) })
  .refine(({ index, of }) => index <= of, 'is not among its shards');

const plan: z.ZodType<PlanFacts> = z.object({
  order: foreignText,
  runs: count.min(1),
  repeats: count.min(1),
  harness: foreignText,
  limits: foreignText,
});

/** The form of the facts in a descriptor that may come from anywhere. */
export const comparisonFacts: z.ZodType<ComparisonFacts> = z.object({
  comparisonId: pathName,
  suite: pathName,
  title: foreignText,
  createdAt: z.iso.datetime(),
  seed: count,
  repeats: count.min(1),
  plannedRuns: count,
  complete: z.boolean(),
  memoryLimitBytes: count.exactOptional(),
  shard: shard.exactOptional(),
  plan: plan.exactOptional(),
  harnessVersion: foreignText,
});
