import type { ReportSection } from '../report/report-section.ts';

/** What the pages over all results need of one results folder, once its own pages are written. */
export interface SiteFolder {
  readonly slug: string;
  readonly title: string;
  readonly machine: string;
  readonly day: string;
  readonly runs: number;
  readonly runtimes: readonly SiteRuntime[];
  readonly sections: readonly SiteSection[];
}

/** A runtime in one version. */
export interface SiteRuntime {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly command: string;
}

/** A workload's answer. */
export type SiteSection = Pick<ReportSection, 'id' | 'title' | 'finding' | 'table' | 'ranking'>;
