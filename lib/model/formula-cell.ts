/** Cells that a spreadsheet would run as a formula get an apostrophe before them (OWASP, CSV injection), and lose it again on the way back. */

const STARTS_FORMULA = /^'*[=+\-@\t\r]/u;
const WAS_NEUTRALISED = /^'+[=+\-@\t\r]/u;

/**
 * Prefixes a cell with an apostrophe if it starts like a formula, or like a cell that has been
 * prefixed.
 */
export function neutraliseCell(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** The way back: `restoreCell(neutraliseCell(text))` is `text`. */
export function restoreCell(text: string): string {
  return WAS_NEUTRALISED.test(text) ? text.slice(1) : text;
}
