import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../provision/places.ts';
import { metrics } from './all-metrics.ts';
import { cpuSeconds } from './cpu-time.ts';
import { bytesPerTask } from './task-cost.ts';

const NAMES = [...Object.keys(metrics), cpuSeconds.name, bytesPerTask.name];

/**
 * Where a metric may be named: where it is declared, where cases and claims are, and in tests. Columns of readings.csv are
 * declared with the kernel's counters and facts with the contract, and some have the names of metrics.
 */
const MAY_NAME =
  /^harness\/(metrics|suites|workloads|claims|e2e|verify\/contract)\/|^harness\/kernel\/counters\.ts$|\.(test|fixture|torture)\.ts$/;

/** The names of metrics that a source spells out as text; comments say them in backticks. */
function namesSpelledIn(source: string): readonly string[] {
  return NAMES.filter((name) => new RegExp(`['"]${name}['"]`).test(source));
}

test('whoever means a metric asks the declaration: no name of one is spelled out anywhere else', () => {
  const files = globSync(['harness/**/*.ts', 'scripts/*.ts'], { cwd: repositoryRoot });
  const sources = files.filter((file) => !MAY_NAME.test(file));
  expect(sources.length).toBeGreaterThan(100);
  const spelled = sources.flatMap((file) =>
    namesSpelledIn(readFileSync(join(repositoryRoot, file), 'utf8')).map((name) => [file, name]),
  );
  expect(spelled).toEqual([]);
});

test('a name is found in either kind of quotes, and not where it is a property', () => {
  expect(namesSpelledIn(`if (a === 'tasks_per_second') b("heap_bytes")`)).toEqual([
    'heap_bytes',
    'tasks_per_second',
  ]);
  expect(namesSpelledIn('run.tasks_per_second')).toEqual([]);
});
