import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../../model/runtime.ts';
import { contentCache } from '../../../provision/content-cache.ts';
import { ToolFailure, toolOutput } from '../../../provision/tool-output.ts';
import { findPython, type Python } from '../../../runtimes/python/python.ts';
import { shellLine } from '../../../text/shell-words.ts';
import { type BenchChild, wordsOf } from '../bench-child.ts';
import { type Observation, type Observer, oneByOne } from '../observer.ts';
import { runOneUnderObserver } from '../run-under-observer.ts';
import { inTemporaryFolder } from '../temporary-folder.ts';
import { parsePsrecordLog } from './psrecord-log.ts';

const VERSION = '1.4';
const PACKAGES = [`psrecord==${VERSION}`, 'psutil==7.2.2'];

/** psrecord as its README shows it: samples as often as it can, which takes a whole CPU. */
export const psrecord: Observer = psrecordAtPace('psrecord', []);

/** psrecord at the pace of a sampler that is meant to be cheap. */
export const psrecordPaced: Observer = psrecordAtPace('psrecord-20ms', ['--interval', '0.02']);

function psrecordAtPace(id: string, pace: readonly string[]): Observer {
  return {
    id,
    async locate() {
      const python = await findPython();
      if (isMissing(python)) return python;
      try {
        const interpreter = await install(python);
        const observe = (child: BenchChild) => observeWithPsrecord(interpreter, pace, child);
        return { version: VERSION, observe: oneByOne(observe) };
      } catch (error) {
        if (!(error instanceof ToolFailure)) throw error;
        return {
          missing: `psrecord cannot be installed: ${error.message}`,
          remedy: 'apt install python3-venv, and reach PyPI once',
        };
      }
    },
  };
}

/** A virtual environment with psrecord; its interpreter's path. */
async function install(python: Python): Promise<string> {
  const inputs = [python.executable, python.version, ...PACKAGES];
  const folder = await contentCache('psrecord', inputs, async (draft) => {
    const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--retries', '1', ...PACKAGES];
    await toolOutput([python.executable, '-m', 'venv', draft]);
    await toolOutput([join(draft, 'bin/python'), ...pip]);
  });
  return join(folder, 'bin/python');
}

async function observeWithPsrecord(
  interpreter: string,
  pace: readonly string[],
  child: BenchChild,
): Promise<Observation> {
  return inTemporaryFolder(async (folder) => {
    const log = join(folder, 'log');
    // It starts a shell and watches that: Debian's stays on as the program's parent unless it is told to become it.
    const line = `exec ${shellLine(wordsOf(child))}`;
    const options = ['--log', log, ...pace, ...(child.forks ? ['--include-children'] : [])];
    const facts = await runOneUnderObserver({
      child,
      folder,
      command: () => [interpreter, '-m', 'psrecord', line, ...options],
    });
    return {
      ...facts,
      ...parsePsrecordLog(await readFile(log, 'utf8')),
      figure: 'highest sample',
    };
  });
}
