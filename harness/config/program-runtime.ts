import type { Missing, Runtime } from '../model/runtime.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { fileSha256 } from '../provision/file-sha256.ts';
import { onPath } from '../provision/on-path.ts';
import { toolOutput, unlessToolFails } from '../provision/tool-output.ts';
import { plainText } from '../text/plain-text.ts';
import { fromFolder } from './from-folder.ts';
import type { LoadedConfig } from './load-config.ts';

type Program = NonNullable<LoadedConfig['programs']>[number];
type Command = Program['command'];

/** A program of the user's that keeps the contract, as a runtime like any other. */
export function programRuntime(
  { id, title = id, command, workloads, versionCommand, environment }: Program,
  folder: string,
  allWorkloads: readonly string[],
): Runtime {
  const missing = allWorkloads.filter((one) => !workloads.includes(one));
  return {
    id,
    title,
    lacks: Object.fromEntries(missing.map((one) => [one, 'the config does not list it'])),
    async locate(range) {
      const found = await locateCommand(command, folder);
      if ('missing' in found) return found;
      if (range !== undefined) {
        return { missing: 'a program of the config has one version', remedy: `--runtimes ${id}` };
      }
      return unlessToolFails('its versionCommand failed', 'mend it in the config', async () => {
        const [executable] = found.words;
        const version = await versionOf(executable, versionCommand, folder);
        const launchable = {
          command: found.words,
          environment: { ...bareEnvironment, ...environment },
        } as const;
        return { executable, version, source: 'config', prepare: async () => launchable };
      });
    },
  };
}

/** The command with its executable's real file, and with paths that start with a dot made absolute. */
async function locateCommand(
  command: Command,
  folder: string,
): Promise<{ readonly words: readonly [string, ...string[]] } | Missing> {
  const [file, ...rest] = fromFolder(command, folder);
  const executable = await onPath(file);
  return executable === undefined
    ? {
        missing: `no program "${command[0]}"`,
        remedy: 'build it, or mend its command in the config',
      }
    : { words: [executable, ...rest] };
}

/** The first number with dots in what the version command prints, else its first line; without one, a fingerprint. */
async function versionOf(
  executable: string,
  versionCommand: Command | undefined,
  folder: string,
): Promise<string> {
  if (versionCommand === undefined) return `sha256-${fileSha256(executable).slice(0, 12)}`;
  const output = await toolOutput(fromFolder(versionCommand, folder));
  const [line = ''] = output.trim().split('\n');
  const [version] = /\d+(?:\.\d+)+[^\s,;]*/.exec(line) ?? [];
  return version ?? plainText(line, 40).replaceAll(/\s+/g, '-');
}
