/** What GitHub links as a mail address, escaped or not, except in code: `node@26.10.0` (GFM 0.29, 6.9). */
const ADDRESS = /([\w.+-]+@[\w.+-]*\.[\w.+-]*\w)/;

/**
 * Sets names such as `node@26.10.0` as code, so that GitHub does not link them as mail addresses.
 *
 * @param escaped escapes the rest of the text.
 */
export function withoutMailLinks(text: string, escaped: (part: string) => string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : escaped(part)))
    .join('');
}
