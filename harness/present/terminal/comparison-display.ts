import type { ComparisonEvent, TablesWritten } from '../../compare/comparison-event.ts';
import { isAllMade } from '../../compare/completeness.ts';
import type { Round } from '../../compare/rounds.ts';
import type { Workload } from '../../model/workload.ts';
import type { ComparisonPlan } from '../../plan/plan-comparison.ts';
import { shortPath } from '../../results/results-path.ts';
import { wrapWords } from '../../text/wrap-words.ts';
import { headlineTables } from '../headline-tables.ts';
import { outcomeLine } from '../outcome-line.ts';
import { runsByCase } from '../report/runs-by-case.ts';
import { answerLine } from './answer-line.ts';
import { noiseAdvice } from './noise-advice.ts';
import { missingCostLine, movedLine, stoppedLine, terminalTables } from './outcome-summary.ts';
import { memoryLimitLine, planLine, resumeLine, roundLine, runtimeLines } from './plan-summary.ts';
import { showPreparing } from './preparing.ts';
import { type Progress, startProgress } from './progress.ts';
import { styleFor } from './style.ts';

/** Columns of a terminal that does not tell. */
const USUAL_COLUMNS = 120;

/** Before each further line of a sentence. */
const INDENT = '  ';

/** The command that continues a comparison whose tables are in a folder; undefined where there is none. */
export type ContinuingCommand = (suiteId: string, path: string) => string | undefined;

/** Shows comparisons on the terminal: plans and tables on stdout, progress and warnings on stderr. */
export class ComparisonDisplay {
  readonly #workloads: ReadonlyMap<string, Workload>;
  readonly #continuingCommand: ContinuingCommand;
  #plan: ComparisonPlan | undefined;
  #plannedRuns = 0;
  #progress: Progress | undefined;
  #answers: readonly string[] = [];
  #endPreparing: () => void = () => {};

  constructor(workloads: ReadonlyMap<string, Workload>, continuingCommand: ContinuingCommand) {
    this.#workloads = workloads;
    this.#continuingCommand = continuingCommand;
  }

  /** Shows an event. */
  readonly report = (event: ComparisonEvent): void => {
    this.#endPreparing();
    switch (event.kind) {
      case 'runtimes-sought':
        console.log(runtimeLines(event.sought).join('\n'));
        break;
      case 'runtime-preparing':
        this.#endPreparing = showPreparing(process.stderr, event.runtimeId, event.source);
        break;
      case 'runtimes-missing':
        console.log(runtimeLines(event.missing).join('\n'));
        break;
      case 'planned':
        this.#plan = event.plan;
        this.#plannedRuns = 0;
        console.log(planLine(event.plan, shortPath(event.path)));
        break;
      case 'resumed':
        console.log(resumeLine(event.madeRuns));
        break;
      case 'round-planned':
        this.#planRound(event.round);
        break;
      case 'memory-limit-chosen':
        console.log(memoryLimitLine(event.limit));
        break;
      case 'run-started':
        this.#progress?.start(event.planned);
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
    this.#endPreparing();
    this.#progress?.stop();
    this.#progress = undefined;
  }

  /** The answers of every comparison that was made to its end: the last that is said. */
  tellAnswers(): void {
    const style = styleFor(process.stdout);
    for (const answer of this.#answers) console.log(style('bold', answer));
  }

  #planRound(round: Round): void {
    const plan = this.#plan;
    if (plan === undefined) return;
    this.#plannedRuns += round.runs.length;
    if (this.#progress) this.#progress.add(round.runs);
    else this.#progress = startProgress(process.stderr, plan, round.runs, this.#workloads);
    if (round.openCases < plan.cases) this.#progress.note(roundLine(round, plan));
  }

  #warn(line: string): void {
    if (this.#progress) this.#progress.note(line);
    else console.error(line);
  }

  #tables({ path, runs, pooledRuns, grainOf, runtimes, summary, costs }: TablesWritten): string {
    const tables = headlineTables(summary, costs, this.#workloads);
    const width = process.stdout.columns ?? USUAL_COLUMNS;
    const style = styleFor(process.stdout);
    const runsOf = runsByCase(pooledRuns);
    const asked = this.#plan?.untilSettled;
    const answers = tables.flatMap((table) => answerLine(table, runsOf, grainOf, asked) ?? []);
    this.#answers = [...this.#answers, ...answers];
    return [
      terminalTables(tables, runtimes, width, style),
      '',
      ...tables.flatMap((table) => missingCostLine(table) ?? []),
      ...noiseAdvice(runs).map((line) =>
        wrapWords(line, width - INDENT.length).join(`\n${INDENT}`),
      ),
      outcomeLine(runs),
      `tables: ${shortPath(path)}`,
      ...this.#stopped(runs, path),
    ].join('\n');
  }

  /** How to go on, where not every planned run was made. */
  #stopped(runs: TablesWritten['runs'], path: string): readonly string[] {
    const plan = this.#plan;
    if (plan === undefined || isAllMade(runs, this.#plannedRuns)) return [];
    const command = this.#continuingCommand(plan.suite.id, shortPath(path));
    return [stoppedLine(runs, this.#plannedRuns, command)];
  }
}
