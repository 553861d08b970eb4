/** What kind of failure it is: the caller's input, a missing thing, a forbidden act, or something that does not answer. */
export type Failure = 'invalid' | 'not-found' | 'forbidden' | 'unavailable';

/** A wrong field of an input: where it is (`path`, as in `parameters.since`) and what is wrong with it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Where in a text the failure lies: offsets in UTF-16 units, line and column counted from 1. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

interface EntenteErrorOptions extends ErrorOptions {
  readonly fields?: readonly FieldProblem[];
  readonly position?: TextPosition;
  readonly isLasting?: boolean | undefined;
}

/** The one error Entente throws on purpose. Its message says what happened, to what, and what to do. */
export class EntenteError extends Error {
  override readonly name = 'EntenteError';
  readonly failure: Failure;
  readonly fields: readonly FieldProblem[];
  readonly position: TextPosition | undefined;
  /** Of what is unavailable: waiting does not help, somebody has to do something first. */
  readonly isLasting: boolean;

  constructor(failure: Failure, message: string, options: EntenteErrorOptions = {}) {
    super(message, options);
    this.failure = failure;
    this.fields = options.fields ?? [];
    this.position = options.position;
    this.isLasting = options.isLasting ?? false;
  }
}
