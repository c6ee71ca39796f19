/** `-` stands for no parameters. It is part of a key, so it must stay unchanged, and it is not a formula. */
const NO_PARAMETERS = '-';

/** Text that a spreadsheet treats as a formula, after any apostrophes (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** Encodes text for a CSV: text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvText(text: string): string {
  return FORMULA.test(text) && text !== NO_PARAMETERS ? `'${text}` : text;
}

/** Decodes what `csvText` wrote, exactly. */
export function textOfCsv(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
