import type { EChartsOption, TitleComponentOption } from 'echarts';
import { wrapWords } from '../../text/wrap-words.ts';
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
  const lines = wrapWords(`${text.context} ${text.subtitle}`, (width - 8) / (12 * 0.53));
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
