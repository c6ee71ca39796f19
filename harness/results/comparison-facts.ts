import { z } from 'zod';
import { LARGEST_FIGURE } from '../model/largest-figure.ts';
import { plainText } from '../text/plain-text.ts';

/** Facts about a whole comparison, kept in datapackage.json. */
export interface ComparisonFacts {
  readonly comparisonId: string;
  readonly suite: string;
  readonly title: string;
  readonly createdAt: string;
  readonly seed: number;
  readonly repeats: number;
  readonly plannedRuns: number;
  /** False when the comparison was stopped before all planned runs were made. */
  readonly complete: boolean;
  /** The memory limit of each run; absent without a limit. */
  readonly memoryLimitBytes?: number;
  readonly harnessVersion: string;
}

/** A name that is safe as part of a path, because files are named after it. */
export const pathName = z.string().regex(/^[A-Za-z0-9][\w.+-]{0,199}$/);

const foreignText = z.string().transform((text) => plainText(text));
const count = z.int().min(0).max(LARGEST_FIGURE);

/** Validates the facts in an untrusted descriptor. */
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
  harnessVersion: foreignText,
});
