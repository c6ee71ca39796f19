import type { Table } from './table.ts';

/** What one version of the schema changed. */
export interface Migration {
  /** The version that introduced the change. */
  readonly to: number;
  readonly change: string;
  readonly tables: Readonly<Record<string, TableMigration>>;
}

/** What one version changed in a table. */
export interface TableMigration {
  /** Renamed columns: the old name and the new one. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Newly required columns, and their values in the rows of older folders. */
  readonly filled?: Readonly<Record<string, { readonly cell: string; readonly because: string }>>;
}

/** Every change of the schema, oldest first. To change the schema, raise SCHEMA_VERSION and add an entry. */
export const migrations: readonly Migration[] = [
  { to: 2, change: 'datapackage.json names the version, and each column its range', tables: {} },
];

/** How to read the columns of a table in a folder of an older version. */
export interface OlderColumns {
  /** The name of a column in that version. */
  readonly formerName: (column: string) => string;
  /** The text of the cells of a column that did not exist yet: empty, unless a migration fills it. */
  readonly filling: (column: string) => string;
}

/** Traces the columns of a table back to an older version of the schema. */
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
