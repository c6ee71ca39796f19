/** The parameters of a workload that has none: a key, which must stay as it is, and no formula. */
const NO_PARAMETERS = '-';

/** What spreadsheets take for the start of a formula, behind any apostrophes (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** A text as it stands in a CSV: one that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvText(text: string): string {
  return FORMULA.test(text) && text !== NO_PARAMETERS ? `'${text}` : text;
}

/** The text behind what `csvText` wrote, to the letter. */
export function textOfCsv(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
