import { existsSync, writeFileSync } from 'node:fs';
import { CONFIG_NAMES } from '../config/load-config.ts';
import { SAMPLE_CONFIG } from '../config/sample-config.ts';
import { StorageError } from '../model/storage-error.ts';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { ExitCode } from './exit-code.ts';

/** Writes a config file with every setting in comments; never over one that is there. */
export function init(): ExitCode {
  const [name = ''] = CONFIG_NAMES;
  const there = CONFIG_NAMES.find((one) => existsSync(one));
  if (there !== undefined) throw new UsageError(`${there} is there already: edit it`);
  try {
    writeFileSync(name, SAMPLE_CONFIG, { flag: 'wx' });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new StorageError(`cannot write ${name} (${error.code})`);
  }
  console.log(`wrote ${name}`);
  return ExitCode.ok;
}
