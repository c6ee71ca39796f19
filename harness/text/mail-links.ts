/** What GitHub takes for a mail address and links, escaped or not: `node@26.10.0` (GFM 0.29, 6.9). It links none in code. */
const ADDRESS = /([\w.+-]+@[\w.+-]*\.[\w.+-]*\w)/;

/**
 * Writes text as Markdown in which names such as `node@26.10.0` are code, so that no page links them as mail addresses.
 *
 * @param escaped writes everything else.
 */
export function withoutMailLinks(text: string, escaped: (part: string) => string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : escaped(part)))
    .join('');
}
