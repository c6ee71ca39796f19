import type { Alignment } from '../../text/markdown-table.ts';

/** A table as data; the Markdown and HTML pages each escape it in their own way. */
export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly ReportTableRow[];
  /** The column of ratios; the reader can choose another runtime as their baseline. */
  readonly ratioColumn?: number;
  /** The column of the figures by which the rows are ranked. */
  readonly rankedColumn?: number;
}

export interface ReportTableRow {
  readonly cells: readonly ReportCell[];
  /** The runtime that the row is of, so that it can be hidden with it. */
  readonly runtimeId?: string;
}

/** What a cell says, and what it is sorted by; null sorts last. */
export interface ReportCell {
  readonly text: string;
  readonly value: number | string | null;
}

/** A cell that is sorted by what it says. */
export function textCell(text: string): ReportCell {
  return { text, value: text };
}

/** Columns of figures are aligned right, all others left. */
export function alignmentsOf({ head, rows }: ReportTable): readonly Alignment[] {
  return head.map((_, column) =>
    rows.some(({ cells }) => typeof cells[column]?.value === 'string') ? 'left' : 'right',
  );
}
