import type { SuiteOptions } from '../plan-suites.ts';

/** What is measured, as words of the command line of `compare`: the suite, and each option that changes its runs. */
export function shardWords(suiteId: string, options: SuiteOptions): readonly string[] {
  const { runtimes, sizes, repeats, sleepSeconds, seed, timeoutSeconds, memoryLimitBytes } =
    options;
  const given: readonly (readonly [string, string | number | undefined])[] = [
    ['--runtimes', runtimes?.join()],
    ['--tasks', sizes?.join()],
    ['--repeats', repeats],
    ['--sleep', sleepSeconds],
    ['--seed', seed],
    ['--timeout', timeoutSeconds],
    ['--memory-limit', memoryLimitBytes],
  ];
  const words = given.flatMap(([option, value]) =>
    value === undefined ? [] : [option, `${value}`],
  );
  return [suiteId, ...words];
}
