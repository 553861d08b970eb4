/** The columns of rows that are lists. Statements and writers both go by the names, so that no position is counted by hand. */
export interface RowColumns<Name extends string> {
  readonly names: readonly Name[];
  /** Refers to a column in a statement: `x[3]`. */
  readonly at: (name: Name) => string;
  /**
   * Writes the properties of a node or relation: `name: x[1], kind: x[2]`.
   *
   * @param names - the columns, named like the properties; by default all
   */
  readonly properties: (names?: readonly Name[]) => string;
  /**
   * Writes the assignments of a `SET`: `e.name = x[1], e.kind = x[2]`.
   *
   * @param variable - what the properties are set of
   * @param names - the columns, named like the properties; by default all but the first, which the statement matches by
   */
  readonly settings: (variable: string, names?: readonly Name[]) => string;
  /** Puts values in the order of the columns; what is left out is undefined. */
  readonly toRow: (values: Readonly<Partial<Record<Name, unknown>>>) => readonly unknown[];
}

/**
 * Defines the columns of a row.
 *
 * @param names - their names, in order
 */
export function defineColumns<const Name extends string>(names: readonly Name[]): RowColumns<Name> {
  const at = (name: Name): string => `x[${names.indexOf(name)}]`;
  return {
    names,
    at,
    properties: (some = names) => some.map((name) => `${name}: ${at(name)}`).join(', '),
    settings: (variable, some = names.slice(1)) =>
      some.map((name) => `${variable}.${name} = ${at(name)}`).join(', '),
    toRow: (values) => names.map((name) => values[name]),
  };
}
