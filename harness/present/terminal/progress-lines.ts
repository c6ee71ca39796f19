import type { PlannedRun } from '../../model/case.ts';
import { formatBytes, formatCount, formatDuration } from '../../text/quantity.ts';
import type { RuntimeProgress } from './runtime-progress.ts';
import type { Style } from './style.ts';

/** What the progress of a comparison shows at a moment. */
export interface ProgressState {
  readonly rows: readonly RuntimeProgress[];
  readonly plannedRuns: number;
  /** The run that is going on; undefined between two. */
  readonly current: PlannedRun | undefined;
  /** Its latest resident size. */
  readonly rssBytes: number | undefined;
  readonly left: { readonly seconds: number; readonly isMeasured: boolean };
}

/** The size of a terminal, in characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

const MEMORY_WIDTH = 7;
const BAR_WIDTH = 10;
/** Lines around those of the runtimes: a blank one, how much is left, and the cursor's. */
const OTHER_LINES = 4;

/** A row for each runtime, and below them which run is going on and how long it will all take. No line is wrapped. */
export function progressLines(
  state: ProgressState,
  size: TerminalSize,
  style: Style,
): readonly string[] {
  const { rows, current } = state;
  const shown = visibleRows(rows, current?.case.runtimeId, Math.max(1, size.rows - OTHER_LINES));
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const countWidth = Math.max(...rows.map(({ plannedRuns }) => 2 * digits(plannedRuns) + 1));
  const hidden = rows.length - shown.length;
  return [
    '',
    ...shown.map((row) => runtimeLine(row, state, { nameWidth, countWidth, size, style })),
    ...(hidden === 0 ? [] : [style('dim', `  … and ${hidden} more`)]),
    style('dim', cut(leftLine(state), size.columns)),
  ];
}

/** The rows that fit, around that of the runtime that is running. */
function visibleRows(
  rows: readonly RuntimeProgress[],
  current: string | undefined,
  most: number,
): readonly RuntimeProgress[] {
  if (rows.length <= most) return rows;
  const place = rows.findIndex(({ runtimeId }) => runtimeId === current);
  const from = Math.min(Math.max(0, place - Math.floor(most / 2)), rows.length - most);
  return rows.slice(from, from + most);
}

function runtimeLine(
  { runtimeId, name, made, failed, plannedRuns, figure }: RuntimeProgress,
  { current, rssBytes }: ProgressState,
  {
    nameWidth,
    countWidth,
    size,
    style,
  }: {
    readonly nameWidth: number;
    readonly countWidth: number;
    readonly size: TerminalSize;
    readonly style: Style;
  },
): string {
  const isRunning = current?.case.runtimeId === runtimeId;
  const isDone = made.size === plannedRuns;
  const memory = isRunning && rssBytes !== undefined ? formatBytes(rssBytes) : '';
  const mark = failed.size > 0 ? '✗' : isDone ? '✓' : isRunning ? '›' : ' ';
  const full = Math.round((BAR_WIDTH * made.size) / plannedRuns);
  const count = `${made.size}/${plannedRuns}`.padStart(countWidth);
  const before = MEMORY_WIDTH + BAR_WIDTH + countWidth + 8;
  const shownName = cut(name.padEnd(nameWidth), Math.max(4, size.columns - before));
  const room = size.columns - before - shownName.length - 2;
  const shownFigure = room < figure.length ? '' : figure;
  return [
    style(failed.size > 0 ? 'red' : isDone ? 'green' : 'cyan', mark),
    style('bold', memory.padStart(MEMORY_WIDTH)),
    ` ${isRunning ? style('cyan', shownName) : shownName}`,
    ` ${style(isDone ? 'green' : 'cyan', '━'.repeat(full))}${style('dim', '─'.repeat(BAR_WIDTH - full))}`,
    count,
    ` ${shownFigure}`,
  ]
    .join(' ')
    .trimEnd();
}

function leftLine({ rows, plannedRuns, current, left }: ProgressState): string {
  const made = rows.reduce((sum, row) => sum + row.made.size, 0);
  const about = left.isMeasured ? '' : 'about ';
  const time = `${about}${formatDuration(Math.round(left.seconds))} left`;
  const parts = [`${formatCount(made)} of ${formatCount(plannedRuns)} runs`, time];
  if (current !== undefined) {
    const { workload, tasks } = current.case;
    parts.push(`now ${workload} with ${formatCount(tasks)}`);
  }
  return `  ${parts.join(' · ')}`;
}

/** A text cut to a width, with an ellipsis where something is missing. */
function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

function digits(count: number): number {
  return String(count).length;
}
