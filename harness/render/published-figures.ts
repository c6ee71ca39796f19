import { parse } from 'csv-parse/sync';
import type { SummaryRow } from '../record/tables/summary.ts';
import type { Headline } from '../vocabulary/workload.ts';
import { markdownTable } from './markdown-table.ts';
import { formatBytes, formatCount, formatRate } from './quantity.ts';

/** A figure that a post printed. */
export interface PublishedFigure {
  readonly publication: string;
  readonly workload: string;
  readonly label: string;
  readonly tasks: number;
  readonly headline: Headline;
  /** Bytes, tasks a second, or for `heap_bytes` bytes a task. */
  readonly value: number;
}

/** Which of our runtimes and workloads means the same as a published label. */
const EQUIVALENTS: Readonly<Record<string, { runtime: string; workload?: string }>> = {
  Go: { runtime: 'go' },
  // Promises of a timer, and sleeps handed to gather(): no task of the program's own around them.
  NodeJS: { runtime: 'node', workload: 'timer' },
  Python: { runtime: 'python-asyncio', workload: 'timer' },
  asyncio: { runtime: 'python-asyncio' },
  uvloop: { runtime: 'python-uvloop' },
};

/** Parses a file of `results/reference/`. */
export function parsePublished(csv: string): readonly PublishedFigure[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return rows.flatMap((row) => {
    const figures: [Headline, string | undefined][] = [
      ['peak_rss_bytes', row.peak_rss_bytes],
      ['tasks_per_second', row.tasks_per_second],
      ['heap_bytes', row.bytes_per_task],
    ];
    return figures.flatMap(([headline, value]) =>
      value
        ? [
            {
              publication: row.publication ?? '',
              workload: row.workload ?? '',
              label: row.runtime_label ?? '',
              tasks: Number(row.tasks),
              headline,
              value: Number(value),
            },
          ]
        : [],
    );
  });
}

/** Published and measured side by side, for the published rows that have an equivalent here. */
export function publishedMarkdown(
  published: readonly PublishedFigure[],
  summary: readonly SummaryRow[],
): string {
  const rows = published.flatMap((figure) => {
    const measured = measuredEquivalent(figure, summary);
    if (measured === undefined) return [];
    const format = figure.headline === 'tasks_per_second' ? formatRate : formatBytes;
    return [
      [
        figure.label,
        formatCount(figure.tasks),
        format(figure.value),
        `\`${measured.workload}\` ${measured.runtimeId}`,
        format(measured.value),
        (measured.value / figure.value).toFixed(2),
      ],
    ];
  });
  const head = [
    'published as',
    'tasks',
    'published',
    'measured as',
    'measured',
    'measured / published',
  ];
  return markdownTable(head, rows);
}

interface Measured {
  readonly workload: string;
  readonly runtimeId: string;
  readonly value: number;
}

function measuredEquivalent(
  figure: PublishedFigure,
  summary: readonly SummaryRow[],
): Measured | undefined {
  const equivalent = EQUIVALENTS[figure.label];
  if (equivalent === undefined) return undefined;
  const workload = equivalent.workload ?? figure.workload;
  const row = summary.find(
    (candidate) =>
      candidate.runtime_id.startsWith(`${equivalent.runtime}@`) &&
      candidate.workload === workload &&
      candidate.tasks === figure.tasks &&
      candidate.metric === figure.headline,
  );
  if (typeof row?.median !== 'number') return undefined;
  // The post gives its heap figure by the task.
  const value = figure.headline === 'heap_bytes' ? row.median / figure.tasks : row.median;
  return { workload, runtimeId: row.runtime_id, value };
}
