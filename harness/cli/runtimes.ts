import type { Catalogue } from '../catalogue.ts';
import { runtimeLines, variantLines } from '../present/terminal/plan-summary.ts';
import { runtimesJson } from '../present/terminal/runtimes-json.ts';
import { chooseRuntimes, seek } from '../provision/provide.ts';
import { ExitCode } from './exit-code.ts';

/** Shows every runtime: what is found, where, which version, what is missing and how to get it. */
export async function runtimes(
  { runtimes: known }: Catalogue,
  { json }: { readonly json: boolean },
): Promise<ExitCode> {
  const sought = await seek(chooseRuntimes(known, undefined));
  if (json) {
    console.log(runtimesJson(sought));
    return ExitCode.ok;
  }
  console.log(runtimeLines(sought, 'with paths').join('\n'));
  const variants = variantLines(sought);
  if (variants.length > 0) {
    console.log(
      ['', 'variants, which are measured only by name (--runtimes):', ...variants].join('\n'),
    );
  }
  return ExitCode.ok;
}
