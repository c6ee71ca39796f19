import type { GraphicComponentOption } from 'echarts';
import { type ChartStyle, FONT_FAMILY } from './chart-style.ts';
import type { RuntimeLine } from './line-plot.ts';
import { runtimeMark } from './runtime-mark.ts';
import { cutText, textWidth } from './text-width.ts';

const ROW_HEIGHT = 20;
const SWATCH_WIDTH = 26;
const GAP = 14;

/**
 * The names of lines with a piece of each, in columns: for a chart that is too narrow for names at the ends of lines.
 *
 * @param top where they start, in pixels.
 */
export function linesLegend(
  lines: readonly RuntimeLine[],
  names: readonly string[],
  top: number,
  { width, theme }: ChartStyle,
): { readonly graphic: GraphicComponentOption[]; readonly height: number } {
  const widest = SWATCH_WIDTH + GAP + Math.max(0, ...names.map((name) => textWidth(name)));
  const columns = Math.max(1, Math.floor((width + GAP) / widest));
  const columnWidth = Math.floor(width / columns);
  const rows = Math.ceil(lines.length / columns);
  const graphic = lines.flatMap(({ row }, index): GraphicComponentOption[] => {
    const left = Math.floor(index / rows) * columnWidth;
    const y = top + (index % rows) * ROW_HEIGHT + ROW_HEIGHT / 2;
    const { color, dash } = runtimeMark(row.runtime, theme);
    const lineDash = dash === 'solid' ? [] : [...dash];
    return [
      {
        type: 'line',
        silent: true,
        shape: { x1: left, y1: y, x2: left + SWATCH_WIDTH - 6, y2: y },
        style: { stroke: color, lineWidth: 2, lineDash },
      },
      {
        type: 'text',
        silent: true,
        x: left + SWATCH_WIDTH,
        y,
        style: {
          text: cutText(names[index] ?? '', width - SWATCH_WIDTH),
          fill: theme.ink,
          fontSize: 12,
          fontFamily: FONT_FAMILY,
          verticalAlign: 'middle',
        },
      },
    ];
  });
  return { graphic, height: rows * ROW_HEIGHT + 12 };
}
