import type { Ranking } from '../../report/ranking.ts';

/** The rankings of all results: `compare.json` of the site. */
export type RuntimeComparisons = readonly {
  readonly slug: string;
  readonly title: string;
  readonly ranking: Ranking;
}[];
