import { median } from 'simple-statistics';
import { nameOf } from '../../analyse/pair-runtimes.ts';
import { formatFigure } from '../../metrics/format-figure.ts';
import type { PlannedRun } from '../../model/case.ts';
import type { Headline } from '../../model/metric.ts';
import { parseParameters } from '../../model/parameters.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { formatCount } from '../../text/quantity.ts';

/** How far a runtime has come. */
export interface RuntimeProgress {
  readonly runtimeId: string;
  /** Without the version, where the plan has one version of it. */
  readonly name: string;
  plannedRuns: number;
  /** Positions of the runs that were made, by an earlier invocation too. */
  readonly made: Set<number>;
  readonly failed: Set<number>;
  /** `169 MB at 100,000`: the median so far at the largest size of the workload that was run last. */
  figure: string;
}

/** The runtimes of a plan with their progress, in the order in which they were chosen. */
export class RuntimesProgress {
  readonly rows: readonly RuntimeProgress[];
  readonly #byId: ReadonlyMap<string, RuntimeProgress>;
  readonly #plan: ComparisonPlan;
  readonly #due: PlannedRun[] = [];
  readonly #workloads: ReadonlyMap<string, Workload>;
  readonly #ok: RunRow[] = [];
  #place = 0;

  constructor(plan: ComparisonPlan, workloads: ReadonlyMap<string, Workload>) {
    this.#plan = plan;
    this.#workloads = workloads;
    const ids = [...new Set(plan.runs.map(({ case: one }) => one.runtimeId))];
    const names = ids.map(nameOf);
    this.rows = ids
      .map((runtimeId) => ({
        runtimeId,
        name:
          names.filter((name) => name === nameOf(runtimeId)).length > 1
            ? runtimeId
            : nameOf(runtimeId),
        plannedRuns: 0,
        made: new Set<number>(),
        failed: new Set<number>(),
        figure: '',
      }))
      .sort((a, b) => (a.runtimeId < b.runtimeId ? -1 : 1));
    this.#byId = new Map(this.rows.map((row) => [row.runtimeId, row]));
  }

  /** Counts runs that are due, after those that were added before. */
  add(runs: readonly PlannedRun[]): void {
    this.#due.push(...runs);
    for (const { case: one } of runs) {
      const row = this.#byId.get(one.runtimeId);
      if (row !== undefined) row.plannedRuns += 1;
    }
  }

  /**
   * A run begins: those before it are made.
   *
   * @param place where it stands among the runs that were added, from 1.
   */
  start(place: number): void {
    for (const { case: one, position: made } of this.#due.slice(this.#place, place - 1)) {
      this.#byId.get(one.runtimeId)?.made.add(made);
    }
    this.#place = Math.max(this.#place, place - 1);
  }

  /** A run has ended. */
  finish(run: RunRow): void {
    const row = this.#byId.get(run.runtime_id);
    if (row === undefined) return;
    row.made.add(run.position);
    if (run.status !== 'ok') {
      row.failed.add(run.position);
      return;
    }
    row.failed.delete(run.position);
    this.#ok.push(run);
    row.figure = this.#figureAfter(run);
  }

  #figureAfter({ runtime_id, workload, parameters }: RunRow): string {
    const headline = this.#workloads.get(workload)?.headline(parseParameters(parameters));
    if (headline === undefined) return '';
    const alike = this.#ok.filter(
      (run) => run.runtime_id === runtime_id && run.workload === workload,
    );
    const tasks = Math.max(...alike.map((run) => run.tasks));
    const values = alike.flatMap((run) =>
      run.tasks === tasks ? (headline.valueIn(run) ?? []) : [],
    );
    if (values.length === 0) return '';
    const about = this.#isAmbiguous(workload, headline) ? `${workload} ` : '';
    return `${about}${formatFigure[headline.unit](median(values))} at ${formatCount(tasks)}`;
  }

  /** Whether another workload of the suite has the same headline, so that a figure does not tell which it is of. */
  #isAmbiguous(workload: string, headline: Headline): boolean {
    return this.#plan.suite.series.some((series) => {
      const other = this.#workloads.get(series.workload);
      return series.workload !== workload && other?.headline(other.parameters) === headline;
    });
  }
}
