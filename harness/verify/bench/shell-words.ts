/** A command as one line that a shell, or an observer that splits like one, takes apart into the same words. */
export function shellLine(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}
