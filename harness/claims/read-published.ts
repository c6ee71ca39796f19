import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Headline } from '../model/workload.ts';

/** A figure that a post printed. */
export interface PublishedFigure {
  readonly publication: string;
  readonly workload: string;
  readonly label: string;
  readonly tasks: number;
  readonly headline: Headline;
  /** Bytes, tasks a second, or for `heap_bytes` bytes a task. */
  readonly value: number;
  /** How long the program took, where the post says so. */
  readonly wallSeconds: number | undefined;
  /** The CPU time that it took, in user mode and in the kernel: the share that the post prints, of how long it took. */
  readonly cpuSeconds: number | undefined;
}

const REFERENCE = new URL('../../results/reference/', import.meta.url);
const FILES = ['one-million-tasks.csv', 'asyncio-cost.csv'];

/** Everything that the posts printed, from the files of `results/reference/`. */
export function readPublished(): readonly PublishedFigure[] {
  return FILES.flatMap((file) => parsePublished(readFileSync(new URL(file, REFERENCE), 'utf8')));
}

function parsePublished(csv: string): readonly PublishedFigure[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return rows.flatMap((row) => {
    const figures: [Headline, string | undefined][] = [
      ['peak_rss_bytes', row.peak_rss_bytes],
      ['tasks_per_second', row.tasks_per_second],
      ['heap_bytes', row.bytes_per_task],
    ];
    const wallSeconds = row.wall_seconds ? Number(row.wall_seconds) : undefined;
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
