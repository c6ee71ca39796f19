import { analyseRuns } from '../../analyse/analyse-runs.ts';
import type { Catalogue } from '../../catalogue.ts';
import type { ComparisonEvent, Planned } from '../../compare/comparison-event.ts';
import { madeRuns } from '../../compare/completeness.ts';
import { plannedFacts } from '../../compare/planned-facts.ts';
import { manifestVersion } from '../../provision/manifest-version.ts';
import { repositoryRoot } from '../../provision/places.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { formatCount } from '../../text/quantity.ts';
import { NO_CURVES } from '../report/memory-curves.ts';
import { pageScript } from '../report/page-script.ts';
import { reportOf } from '../report/report.ts';
import { reportDataOf } from '../report/report-data.ts';
import { reportHtml } from '../report/report-html.ts';
import { LiveServer } from './live-server.ts';

/** A page that changes more often is hard to read, and takes its browser CPU time. */
const LEAST_SECONDS_BETWEEN = 5;
/** Making pages takes at most this share of the time between them. */
const LARGEST_SHARE = 0.02;

/**
 * Serves the report of a comparison while it is made. A page is made when a run has ended and the next has not begun, so that
 * nothing of it falls into what is measured; and only when somebody looks.
 */
export class LiveReport {
  readonly #server: LiveServer;
  readonly #script: string;
  readonly #catalogue: Catalogue;
  #planned: Planned | undefined;
  #plannedRuns = 0;
  #runs: RunRow[] = [];
  #madeAt = Number.NEGATIVE_INFINITY;
  #secondsToMake = 0;

  private constructor(server: LiveServer, script: string, catalogue: Catalogue) {
    this.#server = server;
    this.#script = script;
    this.#catalogue = catalogue;
  }

  /** Starts to serve, with a page that has nothing to show yet. */
  static async start(catalogue: Catalogue): Promise<LiveReport> {
    const script = await pageScript('live-page');
    return new LiveReport(await LiveServer.start(), script, catalogue);
  }

  get url(): string {
    return this.#server.url;
  }

  /** Takes in what happens. */
  readonly report = (event: ComparisonEvent): void => {
    switch (event.kind) {
      case 'planned':
        this.#planned = event;
        this.#plannedRuns = 0;
        this.#runs = [];
        break;
      case 'resumed':
        this.#runs = [...event.runs];
        break;
      case 'round-planned':
        this.#plannedRuns += event.round.runs.length;
        this.#publish();
        break;
      case 'run-started': {
        const { runtimeId, workload, tasks } = event.planned.case;
        this.#say(`now ${runtimeId}, ${workload} with ${formatCount(tasks)} tasks`);
        break;
      }
      case 'run-finished':
        this.#runs.push(event.run);
        if (this.#server.hasReaders && this.#isDue()) this.#publish();
        break;
      case 'tables-written':
        this.#publish();
        break;
      default:
    }
  };

  /** Tells readers that it is over; nothing is served any more. */
  async close(): Promise<void> {
    await this.#server.close(`The comparison has ended; ${this.#progress()}.`);
  }

  #isDue(): boolean {
    const seconds = (performance.now() - this.#madeAt) / 1e3;
    return seconds > Math.max(LEAST_SECONDS_BETWEEN, this.#secondsToMake / LARGEST_SHARE);
  }

  #publish(): void {
    if (this.#planned === undefined) return;
    const begun = performance.now();
    this.#server.publish(this.#page(this.#planned));
    this.#madeAt = performance.now();
    this.#secondsToMake = (this.#madeAt - begun) / 1e3;
    this.#say('');
  }

  #say(now: string): void {
    this.#server.say([this.#progress(), now].filter(Boolean).join('; '));
  }

  #progress(): string {
    return `${formatCount(madeRuns(this.#runs))} of ${formatCount(this.#plannedRuns)} runs are made`;
  }

  #page({ plan, machine, runtimes }: Planned): string {
    const runs = this.#runs;
    const facts = {
      comparisonId: runs[0]?.comparison_id ?? plan.suite.id,
      ...plannedFacts(plan),
      createdAt: runs[0]?.started_at ?? new Date().toISOString(),
      plannedRuns: this.#plannedRuns,
      complete: true, // as far as the page is concerned: its own line says how far it is
      harnessVersion: manifestVersion(repositoryRoot),
    };
    const { workloads, runtimes: ours } = this.#catalogue;
    const analysis = analyseRuns(runs, [machine], workloads, facts.untilSettled);
    const results = { facts, machines: [machine], runtimes, runs, ...analysis };
    const report = reportOf(reportDataOf(results, NO_CURVES, ours), workloads);
    return reportHtml(report, this.#script, this.#progress());
  }
}
