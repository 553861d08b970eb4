/** A stretch of a statement. `start` and `end` are offsets in UTF-16 units of the text, end excluded. */
export interface Token {
  readonly kind: 'word' | 'quoted-name' | 'string' | 'number' | 'parameter' | 'symbol' | 'space' | 'comment';
  /** As written. */
  readonly text: string;
  /** What it stands for: `\uXXXX` decoded and quotes taken off; of a parameter its name. Escapes of strings stay: nothing is judged by them. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Why a stretch of a statement is refused, as a plain sentence that says what to do instead. */
export interface Refusal {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}
