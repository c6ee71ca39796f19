import { resolve } from 'node:path';
import type { SuiteOptions } from '../plan-suites.ts';

/** What is measured, as words of the command line of `compare`: the suite, and each option that changes its runs. */
export function shardWords(
  suiteId: string,
  options: SuiteOptions & { readonly config?: string | undefined },
): readonly string[] {
  const { runtimes, sizes, repeats, sleepSeconds, seed, timeoutSeconds, memoryLimitBytes, config } =
    options;
  const given: readonly (readonly [string, string | number | undefined])[] = [
    ['--runtimes', runtimes?.join()],
    ['--tasks', sizes?.join()],
    ['--repeats', repeats],
    ['--sleep', sleepSeconds],
    ['--seed', seed],
    ['--timeout', timeoutSeconds],
    ['--memory-limit', memoryLimitBytes],
    ['--config', config === undefined ? undefined : resolve(config)],
  ];
  const words = given.flatMap(([option, value]) =>
    value === undefined ? [] : [option, `${value}`],
  );
  return [suiteId, ...words];
}
