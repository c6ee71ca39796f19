import type { Parameters } from '../model/parameters.ts';
import type { Series, Suite } from '../model/suite.ts';
import type { Workload } from '../model/workload.ts';

/** What a suite asks of every runtime: a case but for the runtime. */
export interface Demand {
  readonly workload: Workload;
  readonly tasks: number;
  readonly parameters: Parameters;
}

/** What the command line changes in a suite. */
export interface SuiteChanges {
  readonly sizes?: readonly number[] | undefined;
  readonly sleepSeconds?: number | undefined;
}

/** Spells a suite out: each series at each size in each variant, with every parameter set. */
export function expandSuite(
  suite: Suite,
  workloads: ReadonlyMap<string, Workload>,
  changes: SuiteChanges,
): readonly Demand[] {
  return suite.series.flatMap((series) => {
    const workload = workloads.get(series.workload);
    if (workload === undefined) {
      throw new Error(`suite "${suite.id}" names the unknown workload "${series.workload}"`);
    }
    return (changes.sizes ?? series.sizes).flatMap((tasks) =>
      variantsOf(series, tasks).map((variant) => ({
        workload,
        tasks,
        parameters: {
          ...workload.parameters,
          ...variant,
          ...sleepChange(workload, changes.sleepSeconds),
        },
      })),
    );
  });
}

function variantsOf(series: Series, tasks: number): readonly Parameters[] {
  return series.variants?.(tasks) ?? [{}];
}

/** What `--sleep` changes: nothing in a workload whose tasks do not sleep once. */
function sleepChange({ sleepParameter }: Workload, seconds: number | undefined): Parameters {
  return seconds === undefined || sleepParameter === undefined ? {} : { [sleepParameter]: seconds };
}
