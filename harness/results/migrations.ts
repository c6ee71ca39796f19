import type { Table } from './table.ts';

/** What one version of the schema changed. */
export interface Migration {
  /** The version that it led to. */
  readonly to: number;
  readonly change: string;
  readonly tables: Readonly<Record<string, TableMigration>>;
}

/** What one version changed in a table. */
export interface TableMigration {
  /** The column before, and what it is called since. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Columns that are required since, and what they hold in the rows of older folders. */
  readonly filled?: Readonly<Record<string, { readonly cell: string; readonly because: string }>>;
}

/** Every change of the schema, oldest first. To change it: raise SCHEMA_VERSION, and say here what happened. */
export const migrations: readonly Migration[] = [
  { to: 2, change: 'datapackage.json names the version, and each column its range', tables: {} },
];

/** How the columns of a table read in a folder of an older version. */
export interface OlderColumns {
  /** What a column was called then. */
  readonly formerName: (column: string) => string;
  /** The text of its cells where it was not there yet: empty, unless a migration fills it. */
  readonly filling: (column: string) => string;
}

/** Follows a table back from today to a version of the schema. */
export function olderColumns(
  { name }: Table,
  version: number,
  steps: readonly Migration[] = migrations,
): OlderColumns {
  const changes = steps.filter(({ to }) => to > version).map(({ tables }) => tables[name] ?? {});
  const formerName = (column: string) =>
    changes.reduceRight((current, { renamed = {} }) => {
      const [before = current] = Object.entries(renamed).find(([, now]) => now === current) ?? [];
      return before;
    }, column);
  const fillings = changes.flatMap(({ filled = {} }, step) =>
    Object.entries(filled).map(([column, { cell }]) => {
      const today = changes
        .slice(step + 1)
        .reduce((current, { renamed = {} }) => renamed[current] ?? current, column);
      return [today, cell] as const;
    }),
  );
  const filling = new Map(fillings);
  return { formerName, filling: (column) => filling.get(column) ?? '' };
}
