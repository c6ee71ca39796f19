import { fromFolder } from './from-folder.ts';
import type { LoadedConfig } from './load-config.ts';

/** The commands that the config has for `measure`, with their names. */
export function configuredCommands(config: LoadedConfig | undefined) {
  if (config === undefined) return [];
  return Object.entries(config.measure ?? {}).map(([name, command]) => ({
    name,
    command: fromFolder(command, config.folder),
  }));
}
