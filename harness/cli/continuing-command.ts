import { ownCommand } from '../provision/own-command.ts';
import { shellWord } from '../text/shell-words.ts';

/**
 * The command that continues one suite of a comparison: what was typed, with the folder that its runs are in.
 *
 * @param suiteIds every suite that was compared.
 * @param words what followed `compare`.
 */
export function continuingCommand(
  suiteId: string,
  path: string,
  suiteIds: readonly string[],
  words: readonly string[],
): string {
  const kept = words.filter((word, index) => {
    const isOut = word === '--out' || word.startsWith('--out=') || words[index - 1] === '--out';
    return !isOut && word !== '--resume' && !suiteIds.includes(word);
  });
  return ownCommand('compare', suiteId, ...kept.map(quoted), '--resume', '--out', quoted(path));
}

/** A word as a shell takes it for one. */
function quoted(word: string): string {
  return /^[\w@%+=:,./^~-]+$/.test(word) && !word.startsWith('~') ? word : shellWord(word);
}
