import { type Case, caseKey } from '../model/case.ts';
import type { Parameters } from '../model/parameters.ts';
import { sleepSecondsOf, type Workload } from '../model/workload.ts';
import { LEAST_TELLING, runtimeAndWorkload } from './earlier-sizes.ts';

/** Runs vary, and the time of a task may grow with their number. */
const MARGIN = 1.5;

/** A run from which something can be learned about sleeps. */
export interface SleptRun {
  /** With the parameters of this run. */
  readonly case: Case;
  readonly status: string;
  /** From `ready` to `parked`; null when it did not get there. */
  readonly createSeconds: number | null;
}

/**
 * Chooses how long the tasks of a run sleep: as planned, or longer where a smaller run of the same runtime shows that
 * creating them would outlast the sleep, so that not all would be alive at once. Every run of a case sleeps as long as the
 * first. Choices rest on recorded runs alone, so that a resumed comparison makes the same.
 */
export class SleepChoice {
  readonly #chosen = new Map<string, Parameters>();
  readonly #largest = new Map<string, SleptRun>();

  /** The parameters for the next run of a planned case. */
  parametersFor(planned: Case, workload: Workload): Parameters {
    return this.#chosen.get(caseKey(planned)) ?? this.#longEnough(planned, workload);
  }

  /** Learns from a run of a planned case, which slept as its own parameters say. */
  learn(planned: Case, run: SleptRun): void {
    this.#chosen.set(caseKey(planned), run.case.parameters);
    const { tasks } = run.case;
    if (run.status !== 'ok' || run.createSeconds === null || tasks < LEAST_TELLING) return;
    const key = runtimeAndWorkload(run.case);
    if (tasks >= (this.#largest.get(key)?.case.tasks ?? 0)) this.#largest.set(key, run);
  }

  /** Makes later runs of a case start with longer sleeps. */
  lengthen(planned: Case, parameters: Parameters): void {
    this.#chosen.set(caseKey(planned), parameters);
  }

  #longEnough(planned: Case, workload: Workload): Parameters {
    const smaller = this.#largest.get(runtimeAndWorkload(planned));
    if (workload.lengthen === undefined || smaller?.createSeconds == null) {
      return planned.parameters;
    }
    // Where no task woke although creating them took longer than they slept, none wakes before all are created.
    if (smaller.createSeconds > sleepSecondsOf(workload, smaller.case.parameters)) {
      return planned.parameters;
    }
    const expected = (MARGIN * smaller.createSeconds * planned.tasks) / smaller.case.tasks;
    let { parameters } = planned;
    while (sleepSecondsOf(workload, parameters) < expected) {
      const longer = workload.lengthen(parameters);
      if (longer === undefined) break;
      parameters = longer;
    }
    return parameters;
  }
}
