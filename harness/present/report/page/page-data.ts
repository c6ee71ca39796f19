import type { Chart } from '../../charts/chart.ts';

/** What is written into report.html for its script to draw and compare. */
export interface PageData {
  readonly charts: readonly Chart[];
  /** For each section's table: each runtime's ratio to each other, by baseline and runtime. */
  readonly ratios: readonly Readonly<Record<string, Readonly<Record<string, PageCell>>>>[];
}

/** What a cell of a table says, and what it is sorted by. */
export interface PageCell {
  readonly text: string;
  readonly value: number | string | null;
}
