import { allTables } from './all-tables.ts';
import type { Field, Table } from './table.ts';

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
    resources: allTables.map(resource),
  };
}

function resource(table: Table): object {
  return {
    name: table.name,
    type: 'table',
    path: `${table.name}.csv`,
    description: table.description,
    scheme: 'file',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n', doubleQuote: true },
    schema: {
      fields: Object.entries(table.fields).map(([name, field]) => schemaField(name, field)),
      missingValues: [''],
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: table.foreignKeys.map((key) => ({
              fields: key.fields,
              reference: { resource: key.table, fields: key.fields },
            })),
          }),
    },
  };
}

function schemaField(name: string, { type, description, required, values }: Field): object {
  const constraints = {
    ...(required ? { required } : {}),
    ...(values ? { enum: values } : {}),
  };
  return {
    name,
    type,
    description,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
