import { manifestVersion } from '../provision/manifest-version.ts';
import { repositoryRoot } from '../provision/places.ts';
import { allTables } from './all-tables.ts';
import type { ComparisonFacts } from './comparison-facts.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { tableResource } from './table-resource.ts';

/** The descriptor of a results folder: Data Package 2.0 with a Table Schema for each CSV (datapackage.org). */
export function dataPackage(facts: ComparisonFacts): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `tasktax-${facts.suite}`,
    title: facts.title,
    created: facts.createdAt,
    licenses: [{ name: 'MIT', title: 'MIT License' }],
    tasktax: {
      schemaVersion: SCHEMA_VERSION,
      // The version that wrote the tables; it may be newer than the one that made the runs.
      writtenBy: manifestVersion(repositoryRoot),
      ...facts,
    },
    resources: allTables.map(tableResource),
  };
}
