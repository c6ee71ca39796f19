import { ownCommand } from '../provision/own-command.ts';
import { shellWord } from '../text/shell-words.ts';

/**
 * The command that continues one suite of a comparison: what was typed, with the folder that its runs are in.
 *
 * @param suiteIds every suite that was compared.
 * @param words what followed `compare`.
 */
export function continuingCompare(
  suiteId: string,
  path: string,
  suiteIds: readonly string[],
  words: readonly string[],
): string {
  const kept = withoutFolder(words).filter((word) => !suiteIds.includes(word));
  return ownCommand('compare', suiteId, ...kept.map(quoted), '--resume', '--out', quoted(path));
}

/**
 * The command that continues to measure commands: what was typed, with the folder that its runs are in.
 *
 * @param words what followed `measure`.
 * @param command the words at their end that are the command to measure; none where commands have names.
 */
export function continuingMeasure(
  path: string,
  words: readonly string[],
  command: readonly string[],
): string {
  const options = words.slice(0, words.length - command.length).filter((word) => word !== '--');
  const kept = withoutFolder(options).map(quoted);
  const measured = command.length === 0 ? [] : ['--', ...command.map(quoted)];
  return ownCommand('measure', ...kept, '--resume', '--out', quoted(path), ...measured);
}

/** Options without those that say where the runs are and that they are continued. */
function withoutFolder(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => {
    const isOut = word === '--out' || word.startsWith('--out=') || words[index - 1] === '--out';
    return !isOut && word !== '--resume';
  });
}

/** A word as a shell takes it for one. */
function quoted(word: string): string {
  return /^[\w@%+=:,./^~-]+$/.test(word) && !word.startsWith('~') ? word : shellWord(word);
}
