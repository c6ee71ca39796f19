/** A command as one line that a shell, or an observer that splits like one, takes apart into the same words. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** A word that a shell takes as it is (POSIX.1-2024, Shell Command Language, 2.2.2 Single-Quotes). */
export function shellWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
