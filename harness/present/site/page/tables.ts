// The script of pages that have tables and no charts.

import { makeSortable } from '../../report/page/sort-table.ts';

for (const table of document.querySelectorAll('table')) makeSortable(table);
