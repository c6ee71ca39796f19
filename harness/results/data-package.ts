import { allTables } from './all-tables.ts';
import { tableResource } from './table-resource.ts';

/** The comparison as a whole, as its datapackage.json tells it. */
export interface ComparisonFacts {
  readonly comparisonId: string;
  readonly suite: string;
  readonly title: string;
  readonly createdAt: string;
  readonly seed: number;
  readonly repeats: number;
  readonly plannedRuns: number;
  /** False when it was stopped before every planned run was made. */
  readonly complete: boolean;
  /** The most that a run was allowed to take; absent without a limit. */
  readonly memoryLimitBytes?: number;
  readonly harnessVersion: string;
}

/** The descriptor of a results folder: Data Package 2.0 with a Table Schema for each CSV (datapackage.org). */
export function dataPackage(facts: ComparisonFacts): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `tasktax-${facts.suite}`,
    title: facts.title,
    created: facts.createdAt,
    licenses: [{ name: 'MIT', title: 'MIT License' }],
    tasktax: facts,
    resources: allTables.map(tableResource),
  };
}
