import type { Chart } from '../../charts/chart.ts';
import type { Ranking } from '../ranking.ts';

/** What is written into report.html for its script to draw and compare. */
export interface PageData {
  readonly charts: readonly Chart[];
  /** One for each section. */
  readonly rankings: readonly Ranking[];
}
