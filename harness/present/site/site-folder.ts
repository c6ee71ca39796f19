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
  /** The chart that answers first; undefined where no run was ok. */
  readonly preview: Preview | undefined;
}

/** An image of a chart. */
export interface Preview {
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
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
