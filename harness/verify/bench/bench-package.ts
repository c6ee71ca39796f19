import type { Table } from '../../results/table.ts';
import { tableResource } from '../../results/table-resource.ts';

/** The descriptor of the bench's tables: Data Package 2.0 (datapackage.org). */
export function benchPackage(tables: readonly Table[], createdAt: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'tasktax-bench',
    title: 'The harness against what people use instead',
    created: createdAt,
    licenses: [{ name: 'MIT', title: 'MIT License' }],
    resources: tables.map(tableResource),
  };
}
