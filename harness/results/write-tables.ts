import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparisonFacts } from './comparison-facts.ts';
import { toCsv } from './csv.ts';
import { dataPackage } from './data-package.ts';
import { makeFolder } from './make-folder.ts';
import { DESCRIPTOR } from './read-descriptor.ts';
import type { ResultsPaths } from './results-path.ts';
import type { AnyRow, Table } from './table.ts';

/** The rows of a table, in portions, so that a long table is never in memory as a whole. */
export interface TableContent {
  readonly table: Table;
  readonly portions: Iterable<readonly AnyRow[]>;
}

/** Writes all tables to a draft folder first, then renames them into place, so that no table is ever half written. */
export function writeTables(
  { path: target, workPath }: ResultsPaths,
  facts: ComparisonFacts,
  contents: readonly TableContent[],
): void {
  const draft = join(workPath, 'draft');
  rmSync(draft, { recursive: true, force: true });
  makeFolder(draft);
  makeFolder(target);
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
