import { styleText } from 'node:util';
import Table from 'cli-table3';
import type { Difference } from '../../analyse/differences.ts';
import type { Measurements } from '../../results/read-results.ts';
import { shortPath } from '../../results/results-path.ts';
import { escapeMarkdown } from '../../text/escape-markup.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { formatCount } from '../../text/quantity.ts';
import { machineLine } from '../machine-line.ts';
import { differenceSections, HEAD } from './difference-sections.ts';

/** Two results folders and their differences. */
export interface Diff {
  readonly before: Measurements;
  readonly after: Measurements;
  readonly differences: readonly Difference[];
  /** Cases that only one side has. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

/** With fewer runs a side, intervals come from the spread of a few values. */
const FEW_RUNS = 6;

/** How a diff can be written. */
export const DIFF_FORMATS = { table, markdown, json } as const;

export type DiffFormat = keyof typeof DIFF_FORMATS;

function table(diff: Diff): string {
  const sections = differenceSections(diff.differences).map(({ title, rows }) => {
    const terminal = new Table({
      head: [...HEAD],
      colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
      style: { head: [], border: [], compact: true },
    });
    for (const { cells, isDifferent } of rows) {
      terminal.push(cells.map((cell) => (isDifferent ? styleText('bold', cell) : cell)));
    }
    return `\n${title}\n${terminal.toString()}`;
  });
  return [...sidesOf(diff), ...sections, '', ...remarksOn(diff)].join('\n');
}

function markdown(diff: Diff): string {
  const sections = differenceSections(diff.differences).map(({ title, rows }) => {
    const cells = rows.map(({ cells, isDifferent }) =>
      cells.map(escapeMarkdown).map((cell) => (isDifferent ? `**${cell}**` : cell)),
    );
    return `**${escapeMarkdown(title)}**\n\n${markdownTable(HEAD, cells)}`;
  });
  return [
    sidesOf(diff).map(escapeMarkdown).join('  \n'),
    ...sections,
    remarksOn(diff).join(' '),
  ].join('\n\n');
}

/** One flat object for each figure, with the names of the tables; unknown is null. */
function json({ before, after, differences, onlyBefore, onlyAfter }: Diff): string {
  const sideOf = ({ source, facts, machines }: Measurements) => ({
    folder: shortPath(source.path),
    comparison_id: facts.comparisonId,
    created_at: facts.createdAt,
    machine_ids: machines.map((machine) => machine.machine_id),
  });
  const rows = differences.map((difference) => ({
    workload: difference.workload,
    tasks: difference.tasks,
    parameters: difference.parameters,
    metric: difference.metric.name,
    runtime_id_before: difference.before.runtimeId,
    runtime_id_after: difference.after.runtimeId,
    before: difference.before.value,
    after: difference.after.value,
    runs_before: difference.before.okRuns,
    runs_after: difference.after.okRuns,
    failed_runs_before: difference.before.failedRuns,
    failed_runs_after: difference.after.failedRuns,
    ratio: difference.ratio?.ratio ?? null,
    ratio_low: difference.ratio?.interval?.low ?? null,
    ratio_high: difference.ratio?.interval?.high ?? null,
    verdict: difference.verdict,
  }));
  return JSON.stringify(
    {
      before: sideOf(before),
      after: sideOf(after),
      differences: rows,
      cases_only_before: onlyBefore,
      cases_only_after: onlyAfter,
    },
    null,
    2,
  );
}

function sidesOf({ before, after }: Diff): readonly string[] {
  return [`before: ${sideLine(before)}`, `after:  ${sideLine(after)}`];
}

function sideLine({ source, facts, machines }: Measurements): string {
  return [shortPath(source.path), facts.createdAt.slice(0, 10), ...machines.map(machineLine)].join(
    ', ',
  );
}

/** What a reader must know before trusting a row. */
function remarksOn({ before, after, differences, onlyBefore, onlyAfter }: Diff): readonly string[] {
  const idsOf = (side: Measurements) => side.machines.map((row) => row.machine_id).join();
  const fewest = Math.min(...differences.flatMap((row) => [row.before.okRuns, row.after.okRuns]));
  const remarks: readonly (readonly [boolean, string])[] = [
    [
      true,
      'All intervals together hold with a confidence of 95 %. Two sides are "not told apart" if their ratio may be 1.',
    ],
    [
      idsOf(before) !== idsOf(after),
      'The machines differ, so the figures may differ for that reason alone.',
    ],
    [
      ![before, after].every(({ facts }) => facts.complete),
      'A comparison was interrupted: not every planned run was made.',
    ],
    [
      fewest < FEW_RUNS,
      'With so few runs, intervals are wide, and may miss one of two sharp modes of the noise. Use more --repeats.',
    ],
    [
      onlyBefore + onlyAfter > 0,
      `Cases on one side only: ${formatCount(onlyBefore)} before, ${formatCount(onlyAfter)} after.`,
    ],
  ];
  return remarks.flatMap(([applies, remark]) => (applies ? [remark] : []));
}
