/** A sentence in lines of a width, broken between words; from the second on they are indented. */
export function wrapLine(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(lines.length === 0 ? word : `  ${word}`);
  }
  return lines.join('\n');
}
