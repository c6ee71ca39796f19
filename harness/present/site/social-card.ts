import { Resvg } from '@resvg/resvg-js';
import { escapeMarkup } from '../../text/escape-markup.ts';
import { wrapWords } from '../../text/wrap-words.ts';
import { FONT_FAMILY, THEMES } from '../charts/chart-style.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 70;

/** The image that links to a page show: its title and its description, in the size that networks ask for. */
export function socialCard(title: string, description: string): Uint8Array {
  const { background, ink, muted, hues } = THEMES.light;
  const titleLines = firstLines(wrapWords(title, 34), 3);
  const words = firstLines(wrapWords(description, 62), 6);
  const top = 150 + titleLines.length * 68;
  const text = (line: string, y: number, size: number, fill: string, weight: string) =>
    `<text x="${LEFT}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeMarkup(line)}</text>`;
  const stripe = hues.map(
    (hue, index) =>
      `<rect x="${(index * WIDTH) / hues.length}" y="0" width="${WIDTH / hues.length}" height="16" fill="${hue}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT_FAMILY}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${background}"/>${stripe.join('')}
${titleLines.map((line, index) => text(line, 150 + index * 68, 58, ink, 'bold')).join('')}
${words.map((line, index) => text(line, top + index * 42, 32, muted, 'normal')).join('')}
</svg>`;
  return new Resvg(svg).render().asPng();
}

/** As many lines as there is room for; an ellipsis says that there are more. */
function firstLines(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}
