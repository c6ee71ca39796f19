import type { Parameters } from '../model/parameters.ts';
import type { Series, Suite } from '../model/suite.ts';
import type { Workload } from '../model/workload.ts';

/** A case without its runtime: what a suite asks of every runtime. */
export interface Demand {
  readonly workload: Workload;
  readonly tasks: number;
  readonly parameters: Parameters;
}

/** Changes to a suite from the command line. */
export interface SuiteChanges {
  readonly sizes?: readonly number[] | undefined;
  readonly sleepSeconds?: number | undefined;
}

/** Expands a suite into each series at each size in each variant, with every parameter set. */
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

/** The parameter that `--sleep` changes; none in a workload without a `sleepParameter`. */
function sleepChange({ sleepParameter }: Workload, seconds: number | undefined): Parameters {
  return seconds === undefined || sleepParameter === undefined ? {} : { [sleepParameter]: seconds };
}
