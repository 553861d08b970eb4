/** A row that breaks a rule: where it is (line and column name; lines count from 1, the header included), why, and the row itself. */
export interface Reject {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
  readonly row: string;
}
