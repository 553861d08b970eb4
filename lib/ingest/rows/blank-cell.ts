/** What people and programs write where there is no date, no place, no number. Not for names: `Null` is a surname, and `NA` a country. */
const BLANK =
  /^(?:[-–—?.]+|n\/?a|#n\/a|<na>|nan|nat|null|\\n|none|nil|n\.?\s?d\.?|s\.?\s?d\.?|undated|unknown|unspecified|tba|tbd|0{4}-00-00(?:[ T]00:00:00)?|00[-/.]00[-/.]0000)$/iu;
const LONGEST = 20;

/** Tells whether a cell that names nobody says that there is nothing. */
export function isBlank(cell: string): boolean {
  return cell.length <= LONGEST && BLANK.test(cell);
}
