import { basename } from 'node:path';
import { fileSha256 } from '../provision/file-sha256.ts';
import { cacheFolder, repositoryRoot } from '../provision/places.ts';
import { type Provided, runtimeIdOf } from '../provision/provide.ts';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import { plainText } from '../text/plain-text.ts';

/** The row of a runtime to measure, with the SHA-256 of the file that will run. */
export function runtimeRow(provided: Provided): RuntimeRow {
  const { command, environment, raised } = provided.launchable;
  const limit = provided.runtime.limit?.();
  const [executable, ...rest] = command;
  const clean =
    environment === 'inherited'
      ? []
      : ['env -i', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`)];
  return {
    runtime_id: runtimeIdOf(provided),
    runtime: provided.runtime.id,
    variant: provided.runtime.variant?.sets ?? null,
    version: plainText(provided.found.version),
    executable_sha256: fileSha256(executable),
    source: plainText(provided.found.source),
    command: plainText([...clean, basename(executable), ...rest].map(portable).join(' '), Infinity),
    raised_limit: raised?.said ?? null,
    task_limit: limit?.tasks ?? null,
    task_limit_reason: limit?.reason ?? null,
  };
}

/** Removes the folders of this machine from a word of the command line. */
function portable(word: string): string {
  return word.replaceAll(cacheFolder, '$CACHE').replaceAll(repositoryRoot, '');
}
