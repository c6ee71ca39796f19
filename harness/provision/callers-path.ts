import { delimiter } from 'node:path';

/** The last of the folders that npm puts in front of the PATH of a script (@npmcli/run-script, lib/set-path.js). */
const LAST_OF_NPM = /[/\\]node-gyp-bin$/;

/**
 * The PATH on which the caller's own commands come first. `npm run` and `npx` put folders in front of it, in which another
 * `node` may lie: the one that the harness runs under. They follow at the end, for commands that are nowhere else.
 */
export function callersPath(path = process.env.PATH ?? ''): string {
  const folders = path.split(delimiter);
  const added = folders.findLastIndex((folder) => LAST_OF_NPM.test(folder)) + 1;
  return [...folders.slice(added), ...folders.slice(0, added)].join(delimiter);
}
