import { z } from 'zod';
import { LARGEST_FIGURE } from '../model/largest-figure.ts';
import type { UntilSettled } from '../model/repeats.ts';
import type { Shard } from '../model/shard.ts';
import { LARGEST_PLAN } from '../plan/plan-comparison.ts';
import { plainText } from '../text/plain-text.ts';

/** Facts about a whole comparison, kept in datapackage.json. */
export interface ComparisonFacts {
  readonly comparisonId: string;
  readonly suite: string;
  readonly title: string;
  readonly createdAt: string;
  readonly seed: number;
  /** The runs of each case; the most that there may be of one where it is repeated until settled. */
  readonly repeats: number;
  /** When a case was repeated no more; absent where all were repeated equally often. */
  readonly untilSettled?: UntilSettled;
  readonly plannedRuns: number;
  /** False when the comparison was stopped before all planned runs were made. */
  readonly complete: boolean;
  /** The memory limit of each run; absent without a limit. */
  readonly memoryLimitBytes?: number;
  /** Which part of a whole it is; absent when it is all of it. */
  readonly shard?: Shard;
  /** What the other parts must share with it; absent in folders of older versions. */
  readonly plan?: PlanFacts;
  readonly harnessVersion: string;
}

/** The whole that a comparison may be a part of. */
export interface PlanFacts {
  /** Identifies the runs of the whole in their order. */
  readonly order: string;
  readonly runs: number;
  readonly repeats: number;
  /** Identifies the sources of the harness and of the programs. */
  readonly harness: string;
  /** The limits that the user has set for each run. */
  readonly limits: string;
}

/** A name that is safe as part of a path, because files are named after it. */
export const pathName = z.string().regex(/^[A-Za-z0-9][\w.+-]{0,199}$/);

const foreignText = z.string().transform((text) => plainText(text));
const count = z.int().min(0).max(LARGEST_FIGURE);

const shard: z.ZodType<Shard> = z
  .object({ index: count.min(1), of: count.min(1) })
  .refine(({ index, of }) => index <= of, 'is not among its shards');

const plan: z.ZodType<PlanFacts> = z
  .object({
    order: foreignText,
    runs: count.min(1).max(LARGEST_PLAN),
    repeats: count.min(1),
    harness: foreignText,
    limits: foreignText,
  })
  .refine(({ runs, repeats }) => runs % repeats === 0, 'has blocks that are not whole');

const untilSettled: z.ZodType<UntilSettled> = z.object({
  precision: z.number().gt(0).lt(1).exactOptional(),
  maxRepeats: count.min(1),
  budgetSeconds: z.number().gt(0).max(LARGEST_FIGURE).exactOptional(),
});

/** Validates the facts in an untrusted descriptor. */
export const comparisonFacts: z.ZodType<ComparisonFacts> = z.object({
  comparisonId: pathName,
  suite: pathName,
  title: foreignText,
  createdAt: z.iso.datetime(),
  seed: count,
  repeats: count.min(1),
  untilSettled: untilSettled.exactOptional(),
  plannedRuns: count,
  complete: z.boolean(),
  memoryLimitBytes: count.exactOptional(),
  shard: shard.exactOptional(),
  plan: plan.exactOptional(),
  harnessVersion: foreignText,
});
