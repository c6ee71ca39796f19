import { type Judgement, judgeClaim } from '../../analyse/judge-claim.ts';
import { allPublications } from '../../claims/all-publications.ts';
import type { PublishedFigure } from '../../claims/read-published.ts';
import type { PublishedRuns } from '../documents/published-results.ts';
import { publishedEvidence } from './claim-evidence.ts';

/** What a table of claims shows, wherever it stands. */
export const CLAIM_COLUMNS = ['claim', 'verdict', 'figures here', 'published'];

/** A publication with its claims. */
export interface JudgedPublication {
  readonly title: string;
  readonly rows: readonly JudgedClaim[];
}

/** A claim, whether our runs confirm it, and what the publication printed for it. */
export interface JudgedClaim {
  readonly says: string;
  readonly judgement: Judgement;
  readonly printed: string;
}

/** Judges every claim of every publication by our runs. */
export function judgedPublications(
  { runs, grainOf }: PublishedRuns,
  published: readonly PublishedFigure[],
): readonly JudgedPublication[] {
  return allPublications.map(({ id, title, claims }) => ({
    title,
    rows: claims.map(({ says, test }) => ({
      says,
      judgement: judgeClaim(test, runs, grainOf),
      printed: publishedEvidence(test, id, published),
    })),
  }));
}
