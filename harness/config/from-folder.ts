import { resolve } from 'node:path';

/** A command of the config, in which words that start with `./` or `../` are paths from the config's folder. */
export function fromFolder(
  [file, ...rest]: readonly [string, ...string[]],
  folder: string,
): [string, ...string[]] {
  const path = (word: string) => (/^\.\.?\//.test(word) ? resolve(folder, word) : word);
  return [path(file), ...rest.map(path)];
}
