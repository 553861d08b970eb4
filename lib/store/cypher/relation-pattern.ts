/** A filter as parts of a statement: which relations a pattern matches. Its parameters go with it. */
export interface RelationPattern {
  /** What stands in `-[r…]-`: nothing, or `:A|B` of accepted type names. */
  readonly types: string;
  /** In: the variables of the two ends of `r`. Out: the condition that `r` and its ends have to meet. */
  readonly where: (a: string, b: string) => string;
}
