import type { ComparisonEvent, TablesWritten } from '../../compare/comparison-event.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
import { shortPath } from '../../results/results-path.ts';
import { headlineTables } from '../headline-tables.ts';
import { outcomeLine } from '../outcome-line.ts';
import { movedLine, terminalTables } from './outcome-summary.ts';
import { memoryLimitLine, planLine, resumeLine, runtimeLines } from './plan-summary.ts';
import { type Progress, startProgress } from './progress.ts';

/** Columns of a terminal that does not tell. */
const USUAL_COLUMNS = 120;

/** Shows comparisons on the terminal: plans and tables on stdout, progress and warnings on stderr. */
export class ComparisonDisplay {
  readonly #workloads: ReadonlyMap<string, Workload>;
  #plan: ComparisonPlan | undefined;
  #progress: Progress | undefined;

  constructor(workloads: ReadonlyMap<string, Workload>) {
    this.#workloads = workloads;
  }

  /** Shows an event. */
  readonly report = (event: ComparisonEvent): void => {
    switch (event.kind) {
      case 'runtimes-sought':
        console.log(runtimeLines(event.sought).join('\n'));
        break;
      case 'runtimes-missing':
        console.log(runtimeLines(event.missing).join('\n'));
        break;
      case 'planned':
        this.#plan = event.plan;
        console.log(planLine(event.plan, shortPath(event.path)));
        break;
      case 'resumed':
        console.log(resumeLine(event.madeRuns, event.plannedRuns));
        break;
      case 'memory-limit-chosen':
        console.log(memoryLimitLine(event.limit));
        break;
      case 'run-started':
        this.#progress ??= this.#startProgress();
        this.#progress.start(event.planned);
        break;
      case 'memory-seen':
        this.#progress?.memory(event.rssBytes);
        break;
      case 'run-finished':
        this.#progress?.finish(event.run);
        break;
      case 'moved-to-fallback':
        this.#warn(movedLine(event.from, event.to));
        break;
      case 'tables-written':
        this.stop();
        console.log(this.#tables(event));
        break;
    }
  };

  /** Gives the terminal its cursor back; for the end, and for an error in the middle. */
  stop(): void {
    this.#progress?.stop();
    this.#progress = undefined;
  }

  #startProgress(): Progress {
    const { runs = [], expectedSeconds = [] } = this.#plan ?? {};
    return startProgress(process.stderr, { runs: runs.length, expectedSeconds });
  }

  #warn(line: string): void {
    if (this.#progress) this.#progress.note(line);
    else console.error(line);
  }

  #tables({ path, runs, runtimes, summary, costs }: TablesWritten): string {
    const tables = headlineTables(summary, costs, this.#workloads);
    const width = process.stdout.columns ?? USUAL_COLUMNS;
    const shown = terminalTables(tables, runtimes, width);
    return `${shown}\n\n${outcomeLine(runs)}\ntables: ${shortPath(path)}`;
  }
}
