import { wordsOf } from './bench-child.ts';
import { type Observe, oneByOne } from './observer.ts';
import { escort } from './run-under-observer.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** The child with nobody watching: what an observer's disturbance is held against. */
export const bareChild: Observe = oneByOne((child) =>
  inTemporaryFolder(async (folder) => {
    const [witnessed] = await escort({
      children: [child],
      folder,
      command: () => wordsOf(child),
      observerCpuSeconds: () => null,
    });
    if (witnessed === undefined) throw new Error('one child, one witness');
    return { ...witnessed, peakBytes: null, figure: 'none', samplesPerSecond: null };
  }),
);
