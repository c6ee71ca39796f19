import { type Field, rangeOf, type Table } from './table.ts';

/** The resource of a table in a data package: the path of its CSV and its Table Schema. */
export function tableResource(table: Table): object {
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

function schemaField(name: string, field: Field): object {
  const { type, description, required, values, pattern } = field;
  const constraints = {
    ...(required ? { required } : {}),
    ...(values ? { enum: values } : {}),
    ...(pattern ? { pattern } : {}),
    ...rangeOf(field),
  };
  return {
    name,
    type,
    description,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
