import { escapeMarkup } from '../../harness/text/escape-markup.ts';
import type { Screen, Span } from './screens.ts';

const FONT_SIZE = 14;
/** Of the usual monospaced fonts; each span says its own width, so that others stay aligned. */
const COLUMN_WIDTH = 8.4;
const ROW_HEIGHT = 18;
const MARGIN = 14;
/** For reading the end before it begins again. */
const LAST_SECONDS = 8;

const INK = '#d5d8dc';
const BACKGROUND = '#16181b';
/** The terminal's sixteen colours, readable on the background; those that nothing uses are left out. */
const COLORS: Readonly<Record<number, string>> = {
  1: '#ff7b72',
  2: '#56d364',
  3: '#e3b341',
  6: '#56b4e9',
};

/**
 * An animation of a terminal as one SVG, with neither script nor font: the screens stand side by side, and a window moves
 * over them. Readers who want no motion see the last one.
 */
export function terminalSvg(
  screens: readonly Screen[],
  {
    columns,
    rows,
    label,
  }: { readonly columns: number; readonly rows: number; readonly label: string },
): string {
  const width = Math.round(columns * COLUMN_WIDTH + 2 * MARGIN);
  const height = rows * ROW_HEIGHT + 2 * MARGIN;
  const end = (screens.at(-1)?.seconds ?? 0) + LAST_SECONDS;
  const lines = new Map<string, number>();
  const film = screens.map(({ rows: shown }, place) => {
    const uses = shown.flatMap((spans, row) => {
      if (spans.length === 0) return [];
      const drawn = spans.map(drawSpan).join('');
      const id = lines.get(drawn) ?? lines.size;
      lines.set(drawn, id);
      return [`<use href="#l${id}" y="${row * ROW_HEIGHT}"/>`];
    });
    return `<g transform="translate(${place * width})">${uses.join('')}</g>`;
  });
  const steps = screens.map(
    ({ seconds }, place) =>
      `${round((place === 0 ? 0 : seconds / end) * 100)}%{transform:translateX(${-place * width}px)}`,
  );
  const last = -(screens.length - 1) * width;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(label)}">
<style>
text{font:${FONT_SIZE}px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;fill:${INK};white-space:pre}
.b{font-weight:bold}.d{opacity:.65}
${Object.entries(COLORS)
  .map(([color, value]) => `.c${color}{fill:${value}}`)
  .join('')}
@keyframes film{${steps.join('')}100%{transform:translateX(${last}px)}}
.film{animation:film ${round(end)}s step-end infinite}
@media (prefers-reduced-motion:reduce){.film{animation:none;transform:translateX(${last}px)}}
</style>
<defs>
${[...lines].map(([drawn, id]) => `<g id="l${id}">${drawn}</g>`).join('\n')}
</defs>
<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>
<clipPath id="window"><rect width="${width - 2 * MARGIN}" height="${height - 2 * MARGIN}"/></clipPath>
<g transform="translate(${MARGIN} ${MARGIN})" clip-path="url(#window)"><g class="film">
${film.join('\n')}
</g></g>
</svg>
`;
}

function drawSpan({ column, text, color, isBold, isDim }: Span): string {
  const start = text.length - text.trimStart().length;
  const shown = text.trimStart();
  const classes = [isBold ? 'b' : '', isDim ? 'd' : '', color === undefined ? '' : `c${color}`]
    .filter(Boolean)
    .join(' ');
  const look = classes === '' ? '' : ` class="${classes}"`;
  const x = round((column + start) * COLUMN_WIDTH);
  const length = round(shown.length * COLUMN_WIDTH);
  return `<text x="${x}" y="${FONT_SIZE}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look}>${escapeMarkup(shown)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
