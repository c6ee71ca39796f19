import pidusage from 'pidusage';
import { ourCpuSeconds } from '../../../kernel/own-cpu-time.ts';
import { usageOf } from '../../../kernel/polling-instrument.ts';
import { installedPackage } from '../../../provision/installed-package.ts';
import { manifestVersion } from '../../../provision/manifest-version.ts';
import { type BenchChild, wordsOf } from '../bench-child.ts';
import { type Observation, type Observer, oneByOne, paceOf } from '../observer.ts';
import { runOneUnderObserver } from '../run-under-observer.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';

const INTERVAL_MS = 100;

/** How most Node programs watch another: ask pidusage in a loop and keep the highest answer. */
export const pidusageLoop: Observer = {
  id: 'pidusage-loop',
  async locate() {
    const folder = installedPackage('pidusage');
    const version = folder === undefined ? null : manifestVersion(folder);
    return { version, observe: oneByOne(observeWithPidusage) };
  },
};

async function observeWithPidusage(child: BenchChild): Promise<Observation> {
  return inTemporaryFolder(async (folder) => {
    let loop: Loop | undefined;
    try {
      const facts = await runOneUnderObserver({
        child,
        folder,
        command: () => wordsOf(child),
        observerCpuSeconds: ourCpuSeconds, // it lives in this process
        onStart(pid) {
          loop = startLoop(pid);
        },
      });
      if (loop === undefined) throw new Error('the loop starts with the child');
      const { looks } = loop;
      return {
        ...facts,
        peakBytes: looks.length === 0 ? null : Math.max(...looks.map(({ bytes }) => bytes)),
        figure: 'highest sample',
        samplesPerSecond: paceOf(looks.map(({ at }) => at)),
      };
    } finally {
      loop?.stop();
    }
  });
}

interface Loop {
  readonly looks: readonly { readonly at: number; readonly bytes: number }[];
  readonly stop: () => void;
}

/** Asks again an interval after each answer, as the package's own example does. */
function startLoop(pid: number): Loop {
  const looks: { at: number; bytes: number }[] = [];
  let stopped = false;
  const look = async () => {
    const usage = await usageOf(pid);
    if (stopped) return;
    if (usage) looks.push({ at: performance.now() / 1000, bytes: usage.memory });
    timer = setTimeout(look, INTERVAL_MS);
  };
  let timer = setTimeout(look, INTERVAL_MS);
  return {
    looks,
    stop() {
      stopped = true;
      clearTimeout(timer);
      pidusage.clear();
    },
  };
}
