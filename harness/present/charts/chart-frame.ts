import type { EChartsOption, TitleComponentOption } from 'echarts';
import type { ChartText } from './chart.ts';
import { type ChartStyle, FONT_FAMILY } from './chart-style.ts';

/** What all charts share: colours, font and, in images, their title. */
export function chartFrame(
  text: ChartText,
  style: ChartStyle,
): {
  readonly option: EChartsOption;
  readonly title: readonly TitleComponentOption[];
  readonly top: number;
} {
  const { theme, titled, width } = style;
  const option: EChartsOption = {
    animation: false,
    backgroundColor: theme.background,
    textStyle: { fontFamily: FONT_FAMILY, color: theme.ink },
  };
  if (!titled) return { option, title: [], top: 4 };
  const lines = wrapText(`${text.context} ${text.subtitle}`, width - 8, 12);
  const title = {
    text: text.title,
    subtext: lines.join('\n'),
    left: 0,
    top: 6,
    itemGap: 7,
    textStyle: { color: theme.ink, fontSize: 16, fontWeight: 'bold' as const },
    subtextStyle: { color: theme.muted, fontSize: 12, lineHeight: 16 },
  };
  return { option, title: [title], top: 34 + 16 * lines.length + 10 };
}

/** Breaks a text into lines that fit. */
function wrapText(text: string, width: number, fontSize: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width / (fontSize * 0.53)) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
