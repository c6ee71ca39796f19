import type { GraphicComponentOption } from 'echarts';
import { groupBy } from '../../analyse/group-by.ts';
import { type ChartStyle, FONT_FAMILY } from './chart-style.ts';
import { type Plot, type RuntimeLine, xOf, yOf } from './line-plot.ts';
import { runtimeMark } from './runtime-mark.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth } from './text-width.ts';

/** Height of a name, with the distance to the next. */
export const LABEL_GAP = 14;
/** Between the end of a line and its name. */
export const LEADER_WIDTH = 34;
const SHORT_LEADER_WIDTH = 12;

/** Where a name stands, and where the line that it belongs to ends. */
interface EndLabel {
  readonly line: RuntimeLine;
  readonly name: string;
  readonly end: { readonly x: number; readonly y: number };
  readonly place: { readonly x: number; readonly y: number };
}

/**
 * Names of lines that reach the right edge stand beside it, moved apart. Names of shorter lines stand before or behind
 * their ends, or beside the edge as well if the plot has no room for them.
 *
 * @param room the most that a name may take.
 */
export function endLabels(
  lines: readonly RuntimeLine[],
  names: readonly string[],
  room: number,
  plot: Plot,
  style: ChartStyle,
): GraphicComponentOption[] {
  const ends = lines.map((line, index) => {
    const last = line.points.at(-1);
    const end = { x: xOf(last?.tasks ?? 0, plot), y: yOf(last?.estimate.median ?? 0, plot) };
    const name = names[index] ?? '';
    return { line, name, end, x: nameX(end.x, name, plot) };
  });
  const columns = groupBy(ends, ({ x }) => String(x));
  return columns.flatMap((column): GraphicComponentOption[] => {
    const places = spreadLabels(
      column.map(({ end }) => end.y),
      LABEL_GAP,
      [plot.top - 6, plot.top + plot.height],
    );
    return column.flatMap((label, index) =>
      drawLabel({ ...label, place: { x: label.x, y: places[index] ?? 0 } }, room, style),
    );
  });
}

/** Where the name of a line that ends at `endX` starts, or ends when it stands before it. */
function nameX(endX: number, name: string, { left, width }: Plot): number {
  const right = left + width;
  const before = endX - SHORT_LEADER_WIDTH;
  const behind = endX + SHORT_LEADER_WIDTH;
  if (endX < right - 1) {
    const [roomBefore, roomBehind] = [before - left, right - behind];
    const isBefore = roomBefore > roomBehind;
    if (Math.max(roomBefore, roomBehind) >= textWidth(name)) return isBefore ? before : behind;
  }
  return right + LEADER_WIDTH;
}

function drawLabel(
  { line, name, end, place }: EndLabel,
  room: number,
  { theme }: ChartStyle,
): GraphicComponentOption[] {
  const side = Math.sign(place.x - end.x);
  return [
    {
      type: 'line',
      silent: true,
      shape: { x1: end.x + 5 * side, y1: end.y, x2: place.x - 3 * side, y2: place.y },
      style: { stroke: runtimeMark(line.row.runtime, theme).color, lineWidth: 1 },
    },
    {
      type: 'text',
      silent: true,
      z: 10,
      x: place.x,
      y: place.y,
      style: {
        text: name,
        fill: theme.ink,
        // Lines may pass behind the name of a short one.
        stroke: theme.background,
        lineWidth: 3,
        fontSize: 12,
        fontFamily: FONT_FAMILY,
        align: side > 0 ? 'left' : 'right',
        verticalAlign: 'middle',
        width: room,
        overflow: 'truncate',
      },
    },
  ];
}
