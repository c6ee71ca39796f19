import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onPath } from '../../../provision/on-path.ts';
import { toolOutput } from '../../../provision/tool-output.ts';
import { shellLine } from '../../../text/shell-words.ts';
import { type BenchChild, wordsOf } from '../bench-child.ts';
import type { Observation, Observer } from '../observer.ts';
import { runUnderObserver } from '../run-under-observer.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { parseHyperfineMemory } from './hyperfine-json.ts';

/** hyperfine measures time, but recent versions also report memory (1.20 does; 1.15, in Debian 12, does not). */
export const hyperfine: Observer = {
  id: 'hyperfine',
  async locate() {
    const executable = await onPath('hyperfine');
    if (executable === undefined) {
      return { missing: 'no "hyperfine" on the PATH', remedy: 'cargo install hyperfine' };
    }
    const help = await toolOutput([executable, '--help']);
    if (!help.includes('--input')) {
      return {
        missing: 'this hyperfine is too old to give its program a stdin, or to report memory',
        remedy: 'cargo install hyperfine',
      };
    }
    const version = (await toolOutput([executable, '--version'])).split(' ').at(-1) ?? null;
    return { version, observe: (children) => observeWithHyperfine(executable, children) };
  },
};

async function observeWithHyperfine(
  executable: string,
  children: readonly BenchChild[],
): Promise<readonly Observation[]> {
  return inTemporaryFolder(async (folder) => {
    const json = join(folder, 'json');
    const facts = await runUnderObserver({
      children,
      folder,
      command: (stdinPath) => [
        executable,
        ...['--shell', 'none', '--runs', '1', '--style', 'none'],
        ...['--input', stdinPath, '--output', 'inherit', '--export-json', json],
        ...children.map((child) => shellLine(wordsOf(child))),
      ],
    });
    const peaks = parseHyperfineMemory(await readFile(json, 'utf8'));
    return facts.map((ofChild, index) => {
      const peakBytes = peaks[index] ?? null;
      const figure = peakBytes === null ? 'none' : 'ru_maxrss';
      return { ...ofChild, peakBytes, figure, samplesPerSecond: null };
    });
  });
}
