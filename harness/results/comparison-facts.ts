import { z } from 'zod';
import { LARGEST_FIGURE } from '../model/largest-figure.ts';
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
  readonly harnessVersion: string;
}

/** A name that can be part of a path: files of a comparison are called after it. */
export const pathName = z.string().regex(/^[A-Za-z0-9][\w.+-]{0,199}$/);

const foreignText = z.string().transform((text) => plainText(text));
const count = z.int().min(0).max(LARGEST_FIGURE);

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
  harnessVersion: foreignText,
});
