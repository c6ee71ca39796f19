type Direction = 'ascending' | 'descending';

/** Makes each head of a table a button that sorts by its column, ascending first; missing values stay last. */
export function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) {
    head.querySelector('button')?.addEventListener('click', () => {
      const direction = head.ariaSort === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.ariaSort = direction;
      sortRows(table, column, direction);
    });
  }
}

function sortRows(table: HTMLTableElement, column: number, direction: Direction): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const sign = direction === 'ascending' ? 1 : -1;
  const cellOf = (row: HTMLTableRowElement) => row.cells[column]?.dataset.value ?? '';
  const rows = [...body.rows].sort((a, b) => {
    const [left, right] = [cellOf(a), cellOf(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return sign * compareValues(left, right);
  });
  body.append(...rows);
}

function compareValues(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  return Number.isNaN(difference) ? left.localeCompare(right, 'en') : difference;
}
