import { delimiter } from 'node:path';

/** The last of the folders that npm puts in front of the PATH of a script (@npmcli/run-script, lib/set-path.js). */
const LAST_OF_NPM = /[/\\]node-gyp-bin$/;
const OF_NPM = /[/\\](node_modules[/\\]\.bin|node-gyp-bin)$/;

/**
 * The PATH on which the caller's own commands come first. `npm run` and `npx` put folders in front of it, in which another
 * `node` may lie: the one that the harness runs under. They follow at the end, for commands that are nowhere else.
 */
export function callersPath(path = process.env.PATH ?? ''): string {
  const folders = path.split(delimiter);
  const last = folders.findLastIndex((folder) => LAST_OF_NPM.test(folder));
  const isAdded = (folder: string, index: number) => index <= last && OF_NPM.test(folder);
  const own = folders.filter((folder, index) => !isAdded(folder, index));
  return [...own, ...folders.filter(isAdded)].join(delimiter);
}
