import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../model/usage-error.ts';
import { shortPath } from '../results/results-path.ts';
import { plainText } from '../text/plain-text.ts';
import { ConfigError } from './config-error.ts';
import { configSchema, type TasktaxConfig } from './config-schema.ts';

/** A config file that has been read. */
export interface LoadedConfig extends TasktaxConfig {
  /** As messages call it. */
  readonly name: string;
  /** What relative paths in it start from. */
  readonly folder: string;
}

export const CONFIG_NAMES = ['tasktax.config.ts', 'tasktax.config.mjs', 'tasktax.config.json'];

/**
 * Reads the config file: the one that is named, or the one in the user's folder; undefined where there is none.
 *
 * @throws UsageError for a file that is not there or cannot be read, with every mistake in it.
 */
export async function loadConfig(named: string | undefined): Promise<LoadedConfig | undefined> {
  const path = named === undefined ? configHere() : resolve(named);
  if (path === undefined) return undefined;
  const name = shortPath(path);
  if (!existsSync(path)) throw new UsageError(`no config file ${name}: tasktax init writes one`);
  const parsed = configSchema.safeParse(await contentOf(path, name));
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${name}: ${placeOf(issue.path)}${issue.message}`),
    );
  }
  return { ...parsed.data, name, folder: dirname(path) };
}

function configHere(): string | undefined {
  const [first, second] = CONFIG_NAMES.filter((name) => existsSync(name));
  if (first !== undefined && second !== undefined) {
    throw new UsageError(`there are ${first} and ${second}: remove one, or choose with --config`);
  }
  return first === undefined ? undefined : resolve(first);
}

/** What the file says, unchecked; whatever goes wrong in it is the user's to mend. */
async function contentOf(path: string, name: string): Promise<unknown> {
  try {
    if (path.endsWith('.json')) return JSON.parse(readFileSync(path, 'utf8'));
    const module: { default?: unknown } = await import(/* @vite-ignore */ pathToFileURL(path).href);
    if (module.default !== undefined) return module.default;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} cannot be read: ${plainText(reason)}`);
  }
  throw new UsageError(`${name} exports nothing: write "export default { … }"`);
}

/** A path as one would write it in code: `suites[0].series[1].tasks: `. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${plainText(String(key))}`))
    .join('');
  return place === '' ? '' : `${place.replace(/^\./, '')}: `;
}
