import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Workload } from '../model/workload.ts';
import { bareEnvironment } from '../provision/child-environment.ts';
import { onPath } from '../provision/on-path.ts';
import { withMachineLocked } from '../record/comparison-lock.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { type Mistake, mistakeLines } from '../verify/contract/mistake.ts';
import { verifyWorkload } from '../verify/contract/verify-program.ts';
import { ExitCode } from './exit-code.ts';

/** Tells how a program keeps the contract: a line for each mistake. */
export async function verify(
  [file, ...words]: readonly [string, ...string[]],
  names: readonly string[] | undefined,
  { workloads }: Catalogue,
): Promise<ExitCode> {
  const claimed = chooseWorkloads(names, workloads);
  const executable = await onPath(file);
  if (executable === undefined) {
    throw new UsageError(`no program "${file}": give the name of one on the PATH, or its path`);
  }
  const launchable = { command: [executable, ...words], environment: bareEnvironment } as const;
  const check = async () => {
    const mistakes: Mistake[] = [];
    for (const workload of claimed) {
      const found = await verifyWorkload(launchable, workload);
      console.log(`${workload.id}: ${found.length === 0 ? 'ok' : 'wrong'}`);
      mistakes.push(...found);
    }
    for (const line of mistakeLines(mistakes)) console.log(line);
    return mistakes.length === 0 ? ExitCode.ok : ExitCode.someRunFailed;
  };
  return withMachineLocked([], check, 'a verification');
}

/** The workloads of those names; without any, all that a program can have. */
function chooseWorkloads(
  names: readonly string[] | undefined,
  workloads: Catalogue['workloads'],
): readonly Workload[] {
  const known = [...workloads.values()].filter(({ keepsContract }) => keepsContract !== false);
  if (names === undefined) return known;
  return names.map((name) => {
    const workload = known.find(({ id }) => id === name);
    if (workload !== undefined) return workload;
    const nearest = nearestWord(
      name,
      known.map(({ id }) => id),
    );
    throw new UsageError(`unknown workload "${name}": ${nearest}`);
  });
}
