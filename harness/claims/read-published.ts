import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { metrics } from '../metrics/all-metrics.ts';
import { cpuRate } from '../metrics/rates.ts';
import type { Headline } from '../model/metric.ts';

/** A figure that a post printed. */
export interface PublishedFigure {
  readonly publication: string;
  readonly workload: string;
  readonly label: string;
  readonly tasks: number;
  readonly headline: Headline;
  readonly value: number;
  /** Whether the value is per task. */
  readonly isPerTask?: true;
  /** The duration of the program, where the post gives it. */
  readonly wallSeconds: number | undefined;
  /** User and kernel CPU time, computed from the CPU percentage and the duration in the post. */
  readonly cpuSeconds: number | undefined;
}

const REFERENCE = new URL('../../results/reference/', import.meta.url);
const FILES = ['one-million-tasks.csv', 'asyncio-cost.csv'];

/** Reads every published figure from the files in `results/reference/`. */
export function readPublished(): readonly PublishedFigure[] {
  return FILES.flatMap((file) => parsePublished(readFileSync(new URL(file, REFERENCE), 'utf8')));
}

function parsePublished(csv: string): readonly PublishedFigure[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return rows.flatMap((row) => {
    const figures = [
      { headline: metrics.peak_rss_bytes, value: row.peak_rss_bytes },
      { headline: cpuRate, value: row.tasks_per_second },
      { headline: metrics.heap_bytes, value: row.bytes_per_task, isPerTask: true },
    ] as const;
    const wallSeconds = row.wall_seconds ? Number(row.wall_seconds) : undefined;
    return figures.flatMap(({ value, ...figure }) =>
      value
        ? [
            {
              publication: row.publication ?? '',
              workload: row.workload ?? '',
              label: row.runtime_label ?? '',
              tasks: Number(row.tasks),
              ...figure,
              value: Number(value),
              wallSeconds,
              cpuSeconds:
                wallSeconds !== undefined && row.cpu_percent
                  ? (Number(row.cpu_percent) / 100) * wallSeconds
                  : undefined,
            },
          ]
        : [],
    );
  });
}
