import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../model/system-error.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Place, workPathIn } from '../record/fallback-folder.ts';
import { allTables } from './all-tables.ts';
import { toCsv } from './csv.ts';
import { type ComparisonFacts, dataPackage } from './data-package.ts';
import type { AnyRow, Table } from './table.ts';

/** A folder for the tables of a comparison. */
export interface ResultsFolder extends Place {
  /** The comparison whose tables it holds. */
  readonly holds: Pick<ComparisonFacts, 'comparisonId' | 'complete'> | undefined;
}

const DESCRIPTOR = 'datapackage.json';

/**
 * Looks whether a suite's tables may go to a folder; writes nothing.
 *
 * @throws UsageError when the folder holds another suite's tables, or files that tasktax did not write.
 */
export function inspectResultsFolder(path: string, suite: string): ResultsFolder {
  const workPath = workPathIn(path);
  if (existsSync(join(path, DESCRIPTOR))) {
    const facts = factsOf(path);
    if (facts?.suite === suite) return { path, holds: facts, workPath };
    throw new UsageError(
      `${path} holds ${facts ? `the results of suite "${facts.suite}"` : 'another data package'}, not of "${suite}": choose another --out`,
    );
  }
  const foreign = allTables.find(({ name }) => existsSync(join(path, `${name}.csv`)));
  if (foreign) {
    throw new UsageError(
      `${path} holds a ${foreign.name}.csv that tasktax did not write: choose another --out`,
    );
  }
  return { path, holds: undefined, workPath };
}

/** What a folder says of its comparison; undefined where its descriptor is none of ours. */
export function factsOf(path: string): ComparisonFacts | undefined {
  try {
    const descriptor: { tasktax?: ComparisonFacts } = JSON.parse(
      readFileSync(join(path, DESCRIPTOR), 'utf8'),
    );
    return descriptor.tasktax;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Makes the folder ready to be written to.
 *
 * @throws UsageError when it cannot be.
 */
export function prepareResultsFolder({ path, workPath }: ResultsFolder): void {
  try {
    mkdirSync(workPath, { recursive: true });
    const probe = join(workPath, 'probe');
    writeFileSync(probe, Buffer.alloc(PROBE_BYTES)); // an empty file fits on a full disk
    rmSync(probe, { force: true }); // another comparison may be looking too
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot write to ${path} (${error.code}): choose another --out`);
  }
}

/** About what a run takes in the journal. */
const PROBE_BYTES = 65_536;

/** The rows of one table, in portions, so that a long table never is in memory at once. */
export interface TableContent {
  readonly table: Table;
  readonly portions: Iterable<readonly AnyRow[]>;
}

/** Writes all tables beside the target first and moves them in place last: no table is ever half-written. */
export function writeTables(
  { path: target, workPath }: Place,
  facts: ComparisonFacts,
  contents: readonly TableContent[],
): void {
  const draft = join(workPath, 'draft');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  mkdirSync(target, { recursive: true });
  try {
    for (const content of contents) writeTable(join(draft, `${content.table.name}.csv`), content);
    writeFileSync(join(draft, DESCRIPTOR), `${JSON.stringify(dataPackage(facts), null, 2)}\n`);
    for (const { table } of contents) {
      renameSync(join(draft, `${table.name}.csv`), join(target, `${table.name}.csv`));
    }
    renameSync(join(draft, DESCRIPTOR), join(target, DESCRIPTOR));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function writeTable(path: string, { table, portions }: TableContent): void {
  const descriptor = openSync(path, 'w');
  try {
    writeFileSync(descriptor, toCsv(table, []));
    for (const rows of portions) {
      if (rows.length > 0) writeFileSync(descriptor, toCsv(table, rows, false));
    }
  } finally {
    closeSync(descriptor);
  }
}
