/**
 * The grades that the evidence of a relation has. They are stored only where an input said one; elsewhere what cites a document is exact and
 * what does not is a row, also in stores that are older than grades.
 *
 * @param relation - the variable of the relation
 */
export const gradesOf = (relation: string) =>
  `coalesce(${relation}.grades, CASE WHEN ${relation}.sources IS NULL THEN ['row'] WHEN ${relation}.documents > size(${relation}.sources) THEN ['exact', 'row'] ELSE ['exact'] END)`;

/** A filter as parts of a statement: which relations a pattern matches. Its parameters go with it. */
export interface RelationPattern {
  /** What stands in `-[r…]-`: nothing, or `:A|B` of accepted type names. */
  readonly types: string;
  /**
   * Writes the condition that `r` and its ends have to meet.
   * @param a - the variable of one end of `r`
   * @param b - the variable of the other end
   */
  readonly where: (a: string, b: string) => string;
}
