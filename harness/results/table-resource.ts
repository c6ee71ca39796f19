import type { Field, Table } from './table.ts';

/** One table's part of a data package: where its CSV is, and its Table Schema. */
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
