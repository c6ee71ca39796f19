import type { Catalogue } from '../catalogue.ts';
import { seek } from '../provision/provide.ts';
import { runtimeLines } from '../render/opening.ts';
import { ExitCode } from './exit-code.ts';

/** Shows every runtime: what is found, where, which version, what is missing and how to get it. */
export async function runtimes({ runtimes: known }: Catalogue): Promise<ExitCode> {
  console.log(runtimeLines(await seek([...known.values()])).join('\n'));
  return ExitCode.ok;
}
