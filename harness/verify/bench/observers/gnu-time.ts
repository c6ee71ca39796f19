import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../../model/runtime.ts';
import { ToolFailure } from '../../../provision/tool-output.ts';
import { findGnuTime } from '../../second-instrument/gnu-time.ts';
import { type BenchChild, wordsOf } from '../bench-child.ts';
import { type Observation, type Observer, oneByOne } from '../observer.ts';
import { runOneUnderObserver } from '../run-under-observer.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

/** GNU time: the kernel's `ru_maxrss` of the largest process that it waited for. */
export const gnuTime: Observer = {
  id: 'gnu-time',
  async locate() {
    const time = await findGnuTime();
    if (isMissing(time)) return time;
    const { executable, version } = time;
    return {
      version: version === 'UNKNOWN' ? null : version, // what Debian's says of itself
      observe: oneByOne((child) => observeWithTime(executable, child)),
    };
  },
};

async function observeWithTime(executable: string, child: BenchChild): Promise<Observation> {
  return inTemporaryFolder(async (folder) => {
    const output = join(folder, 'time');
    const facts = await runOneUnderObserver({
      child,
      folder,
      command: () => [executable, '--format', '%M', '--output', output, ...wordsOf(child)],
    });
    const peakBytes = parseMaximumResident(await readFile(output, 'utf8'));
    if (peakBytes === undefined) {
      throw new ToolFailure('GNU time wrote no figure');
    }
    return { ...facts, peakBytes, figure: 'ru_maxrss', samplesPerSecond: null };
  });
}

/** What `--format %M` wrote, in bytes; a line about the program's exit code may precede it. */
export function parseMaximumResident(output: string): number | undefined {
  const last = output.trim().split('\n').at(-1) ?? '';
  return /^\d+$/.test(last) ? Number(last) * 1024 : undefined;
}
