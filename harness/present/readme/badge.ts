import { escapeMarkup } from '../../text/escape-markup.ts';
import { boldWidth, textWidth } from '../charts/text-width.ts';

/** A fact in two words or so. */
export interface Badge {
  readonly name: string;
  readonly value: string;
}

const HEIGHT = 20;
const PADDING = 7;

/** A badge as others draw it, but as a file of ours: no server is asked for it. */
export function badgeSvg({ name, value }: Badge): string {
  const left = textWidth(name, 11) + 2 * PADDING;
  const right = boldWidth(value) + 2 * PADDING;
  const text = (x: number, words: string, weight: string) =>
    `<text x="${x}" y="14" text-anchor="middle" font-weight="${weight}">${escapeMarkup(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${escapeMarkup(`${name}: ${value}`)}">
<clipPath id="r"><rect width="${left + right}" height="${HEIGHT}" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="${HEIGHT}" fill="#4a4f55"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="#0b6aa2"/></g>
<g fill="#fff" font-family="system-ui, sans-serif" font-size="11">${text(left / 2, name, 'normal')}${text(left + right / 2, value, 'bold')}</g>
</svg>
`;
}
