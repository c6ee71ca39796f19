import type { GraphicComponentOption } from 'echarts';
import { groupBy } from '../../analyse/group-by.ts';
import { lineMark } from './line-mark.ts';
import { type Line, type Plot, xOf, yOf } from './line-plot.ts';
import { FONT_FAMILY, type Look } from './look.ts';
import { spreadLabels } from './spread-labels.ts';

/** Height of a name with its distance to the next. */
export const LABEL_GAP = 14;
/** Between the end of a line and its name. */
export const LEADER_WIDTH = 34;
const SHORT_LEADER_WIDTH = 12;

/** Where a name stands, and where the line that it belongs to ends. */
interface EndLabel {
  readonly line: Line;
  readonly name: string;
  readonly end: { readonly x: number; readonly y: number };
  readonly place: { readonly x: number; readonly y: number };
}

/**
 * The names of the lines that reach the right edge stand beside it, moved apart; those of shorter lines before
 * or behind their ends.
 *
 * @param room the most that a name may take.
 */
export function endLabels(
  lines: readonly Line[],
  names: readonly string[],
  room: number,
  plot: Plot,
  look: Look,
): GraphicComponentOption[] {
  const right = plot.left + plot.width;
  const ends = lines.map((line, index) => {
    const last = line.points.at(-1);
    const end = { x: xOf(last?.tasks ?? 0, plot), y: yOf(last?.estimate.median ?? 0, plot) };
    return { line, name: names[index] ?? '', end };
  });
  const columns = groupBy(ends, ({ end }) => String(end.x));
  return columns.flatMap((column): GraphicComponentOption[] => {
    const { x: endX } = column[0].end;
    const isShort = endX < right - 1;
    // Where there is more room.
    const isBefore = isShort && endX - plot.left > right - endX;
    const leader = isShort ? SHORT_LEADER_WIDTH : LEADER_WIDTH;
    const x = isBefore ? endX - leader : endX + leader;
    const places = spreadLabels(
      column.map(({ end }) => end.y),
      LABEL_GAP,
      [plot.top - 6, plot.top + plot.height],
    );
    return column.flatMap((label, index) =>
      drawLabel({ ...label, place: { x, y: places[index] ?? 0 } }, room, look),
    );
  });
}

function drawLabel(
  { line, name, end, place }: EndLabel,
  room: number,
  { theme }: Look,
): GraphicComponentOption[] {
  const side = Math.sign(place.x - end.x);
  return [
    {
      type: 'line',
      silent: true,
      shape: { x1: end.x + 5 * side, y1: end.y, x2: place.x - 3 * side, y2: place.y },
      style: { stroke: lineMark(line.row.runtime.place, theme).color, lineWidth: 1 },
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
