/** The column of a results table that holds a counter. */
export interface CounterColumn {
  readonly name: string;
  readonly type: 'integer' | 'number';
  /** With the unit and the source, for the data dictionary. */
  readonly description: string;
  /** Never empty. */
  readonly required?: true;
  /** The smallest number allowed. Default: 0, since nothing that is counted or timed is below it. */
  readonly minimum?: number;
}

/** Declarations of counters by name; some have a column. */
type Declarations = Readonly<
  Record<string, { readonly source?: unknown; readonly column?: CounterColumn }>
>;

/** The names of the declarations that have a column. */
export type WithColumn<D extends Declarations> = {
  [Name in keyof D]: D[Name] extends { readonly column: CounterColumn } ? Name : never;
}[keyof D];

/** The columns of declarations, by column name, in their order. */
export type ColumnsOf<D extends Declarations> = {
  readonly [Name in WithColumn<D> as ColumnOf<D[Name]>['name']]: Omit<ColumnOf<D[Name]>, 'name'>;
};

/** The cells of declarations: column name to value. */
export type CellsOf<D extends Declarations, Values extends ValuesFor<D>> = {
  readonly [Name in WithColumn<D> as ColumnOf<D[Name]>['name']]: Values[Name];
};

type ValuesFor<D extends Declarations> = Readonly<Record<WithColumn<D>, number | null>>;

type ColumnOf<One> = One extends { readonly column: infer Column extends CounterColumn }
  ? Column
  : never;

/** The columns that some declarations have. */
export function columnsOf<D extends Declarations>(declarations: D): ColumnsOf<D> {
  const columns = namesWithColumn(declarations).map((name) => {
    const { name: columnName, ...field } = columnOf(declarations, name);
    return [columnName, field];
  });
  return Object.fromEntries(columns);
}

/** The cells in the columns that some declarations have. */
export function cellsOf<D extends Declarations, Values extends ValuesFor<D>>(
  declarations: D,
  values: Values,
): CellsOf<D, Values> {
  const cells = namesWithColumn(declarations).map((name) => [
    columnOf(declarations, name).name,
    values[name],
  ]);
  return Object.fromEntries(cells);
}

/** The names of the declarations that have a column, in their order. */
export function namesWithColumn<D extends Declarations>(declarations: D): readonly WithColumn<D>[] {
  const names = Object.keys(declarations).filter(
    (name) => declarations[name]?.column !== undefined,
  );
  return names as WithColumn<D>[];
}

function columnOf<D extends Declarations>(declarations: D, name: WithColumn<D>): CounterColumn {
  return (declarations[name] as { readonly column: CounterColumn }).column;
}
