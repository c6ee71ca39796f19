import { NOISE_FLAGS } from '../../kernel/noise-flags.ts';
import { ANY_SIGN } from '../../model/largest-figure.ts';
import { STATUSES } from '../../model/outcome.ts';
import { allTables } from '../../results/all-tables.ts';
import type { Results } from '../../results/read-results.ts';
import { type Field, rangeOf, type Table } from '../../results/table.ts';
import { resultsIndex } from './results-index.ts';

/** What each status means to a reader of the tables. */
const STATUS_MEANINGS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  ok: 'all the work was done, and all tasks were alive at once where the workload promises it',
  'invalid-work': 'fewer or more tasks than asked for, or finished sooner than the work can take',
  'not-concurrent': 'not all tasks were alive at `parked`; repeated with a longer sleep',
  timeout: 'ended by our limit',
  'out-of-memory':
    "ended by the kernel for memory, at `--memory-limit`, or by the runtime's own heap limit",
  crashed: 'another exit code than 0, or a signal that a program raises against itself',
  killed: 'SIGKILL from outside',
  'protocol-error': 'it did not keep the contract between harness and program',
  'launch-failed': 'it could not be started',
  'skipped-memory': 'not started: it would have needed more memory than there is',
  interrupted: 'stopped by the user',
};

/** What stands in results/: the published suites, then every table, column, status and noise flag, as Markdown. */
export function dataDictionary(results: readonly Pick<Results, 'facts'>[]): string {
  return [
    '# Data dictionary',
    '',
    'Generated from the schema in `harness/results/` by `npm run readme`; do not edit.',
    '',
    'Each results folder holds the tables below as CSV (RFC 4180, UTF-8, one header row) with a `datapackage.json`',
    '(Data Package 2.0, Table Schema). The unit is in the column name; values are not rounded; an empty cell is unknown',
    'or does not apply, never 0. A number is from 0 to 10^15 unless its type says otherwise. A text that a spreadsheet would',
    'take for a formula has an apostrophe before it; texts of',
    'programs (last words, versions) are one line without control characters, which is text and not markup.',
    'How each figure is measured stands in [METHOD.md](METHOD.md); [USING.md](USING.md) has snippets for DuckDB, pandas, R and',
    'Observable.',
    '',
    'Beside the tables stand `report.md`, `report.html` (interactive, one file, works offline) and `charts/` (SVG and PNG, light',
    'and dark): written by `npm run report` from the tables alone, so that the same tables always give the same bytes.',
    '',
    ...publishedSuites(results),
    ...allTables.flatMap(tableSection),
    '## Statuses',
    '',
    '| status | meaning |',
    '| --- | --- |',
    ...STATUSES.map((status) => `| \`${status}\` | ${STATUS_MEANINGS[status]} |`),
    '',
    '## Noise flags',
    '',
    'A flagged run is kept and counted, never dropped.',
    '',
    '| flag | meaning |',
    '| --- | --- |',
    ...Object.entries(NOISE_FLAGS).map(([flag, meaning]) => `| \`${flag}\` | ${meaning} |`),
    '',
  ].join('\n');
}

function tableSection(table: Table): readonly string[] {
  const references = table.foreignKeys.map(
    (key) => `\`${key.fields.join(', ')}\` refers to \`${key.table}\``,
  );
  return [
    `## ${table.name}.csv`,
    '',
    table.description,
    '',
    `Key: \`${table.primaryKey.join(', ')}\`.${references.length ? ` ${references.join('; ')}.` : ''}`,
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...Object.entries(table.fields).map(
      ([name, field]) =>
        `| \`${name}\` | ${field.type}${field.required ? ', required' : ''}${rangeText(field)} | ${field.description} |`,
    ),
    '',
  ];
}

/** What a column of numbers may hold, where that is not from 0. */
function rangeText(field: Field): string {
  const { minimum } = rangeOf(field) ?? {};
  if (!minimum) return '';
  return minimum === ANY_SIGN ? ', of any sign' : `, from ${minimum}`;
}

function publishedSuites(results: readonly Pick<Results, 'facts'>[]): readonly string[] {
  return results.length === 0 ? [] : ['## Suites', '', resultsIndex(results), ''];
}
