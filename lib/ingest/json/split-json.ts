/**
 * Splits a JSON document of any size into the values that it lists, in flat memory, without reading them: `JSON.parse` does that,
 * value by value. Parsers of streams end at the first fault and give neither the line of a value nor its text; here a value that is
 * broken inside costs itself alone, and only brackets that do not match cost what stands behind them.
 */
import { createJsonValueText } from './json-value-text';
import { DEEPEST, parseJson, tooDeep } from './parse-json';

/** A value of a list, as bytes (Latin-1). Line and column count from 1, the column in characters. */
export interface JsonItem {
  /** The member of the document that it stands in; undefined when the document is a list itself. */
  readonly key: string | undefined;
  /** Whether the member is a list of which this is one value. */
  readonly isListed: boolean;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly problem: string | undefined;
}

/** A list of values, or an object whose members are lists or single values. */
export type JsonShape = 'list' | 'members';

/** In characters: behind a larger value nothing is read. */
const HOPELESS_VALUE = 64 * 1024 * 1024;

const OUTSIDE = /["[\]{},:]/gu;
const INSIDE = /["\\\n]/gu;
/** Bytes that go on with a character of UTF-8 and are no column of their own. */
const CONTINUATION = /[\u0080-\u00bf]/gu;
const PARTNERS: ReadonlyMap<string, string> = new Map([
  [']', '['],
  ['}', '{'],
]);

/** Has read a document up to some place. Give it the parts in order, then `finish`. */
export class JsonSplitter {
  readonly #shape: JsonShape;
  readonly #value = createJsonValueText();
  readonly #items: JsonItem[] = [];
  /** The brackets that are open, as far as they are remembered. */
  readonly #open: string[] = [];
  #depth = 0;
  /** The depth at which values are parted by commas: in the document, or in the list of a member. */
  #home = 1;
  #key: string | undefined;
  #isInString = false;
  #isEscaped = false;
  #isOver = false;
  #isBroken = false;
  /** The part of the document at hand, from where it belongs to the value at hand, and up to where lines are counted. */
  #chunk = '';
  #from = 0;
  #counted = 0;
  #line = 1;
  #column = 1;

  readonly #signs: ReadonlyMap<string, (at: number) => void> = new Map([
    ['[', this.#enter.bind(this)],
    ['{', this.#enter.bind(this)],
    [']', this.#leave.bind(this)],
    ['}', this.#leave.bind(this)],
    [',', this.#separate.bind(this)],
    [':', this.#name.bind(this)],
    ['"', this.#quote.bind(this)],
  ]);

  constructor(shape: JsonShape) {
    this.#shape = shape;
  }

  /** Whether the document has broken, so that nothing more can come. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Out: the values that end in this part of the document. */
  add(chunk: string): readonly JsonItem[] {
    this.#chunk = chunk;
    this.#from = 0;
    this.#counted = 0;
    for (let at = 0; at < chunk.length && !this.#isBroken;) at = this.#step(at);
    if (this.#isBroken) return this.#items.splice(0);
    this.#hold(chunk.length);
    if (this.#value.size() > HOPELESS_VALUE)
      this.#break(chunk.length, 'there is a value of more than 64 MiB');
    this.#count(chunk.length);
    return this.#items.splice(0);
  }

  finish(): readonly JsonItem[] {
    this.#chunk = '';
    this.#counted = 0;
    if (!this.#isBroken && !this.#isOver) {
      const { line, column } = this.#value.start() ?? { line: this.#line, column: this.#column };
      this.#break(0, `the file ends, and the value that begins in line ${line}, column ${column} does not`);
    }
    return this.#items.splice(0);
  }

  /** Out: where the next sign is to be looked for. */
  #step(at: number): number {
    if (this.#isEscaped) {
      this.#isEscaped = false;
      return at + 1;
    }
    const pattern = this.#isInString ? INSIDE : OUTSIDE;
    pattern.lastIndex = at;
    const found = pattern.exec(this.#chunk)?.index ?? this.#chunk.length;
    if (!this.#isInString && found > at) this.#passPlain(at, found);
    if (this.#isBroken || found === this.#chunk.length) return this.#chunk.length;
    this.#takeSign(found);
    return found + 1;
  }

  #passPlain(at: number, end: number): void {
    if (this.#value.start() !== undefined) return;
    const plain = this.#chunk.slice(at, end);
    const blanks = plain.length - plain.trimStart().length;
    if (blanks === plain.length) return;
    if (this.#depth > 0) this.#begin(at + blanks);
    else this.#break(at + blanks, this.#isOver ? BEHIND_END : 'this is no JSON');
  }

  #takeSign(at: number): void {
    const sign = this.#chunk.charAt(at);
    if (this.#isInString) {
      this.#isEscaped = sign === '\\';
      this.#isInString = this.#isEscaped;
      if (sign === '\n') this.#value.blame(LINE_BREAK_IN_TEXT);
    } else if (this.#isOver) this.#break(at, BEHIND_END);
    else this.#signs.get(sign)?.(at);
  }

  #quote(at: number): void {
    if (this.#depth === 0) this.#break(at, 'this is no JSON');
    this.#isInString = true;
    this.#begin(at);
  }

  #enter(at: number): void {
    const bracket = this.#chunk.charAt(at);
    const isMember = this.#depth === 1 && this.#shape === 'members' && this.#key !== undefined;
    const opensList = isMember && bracket === '[' && this.#value.start() === undefined;
    if (opensList) this.#home = 2;
    else if (this.#depth > 0) this.#begin(at);
    else if ((bracket === '[') !== (this.#shape === 'list')) this.#break(at, 'this is another document');
    this.#depth += 1;
    if (this.#depth <= DEEPEST) this.#open.push(bracket);
    else this.#value.blame(tooDeep);
  }

  #leave(at: number): void {
    const bracket = this.#chunk.charAt(at);
    if (this.#depth === 0 || (this.#depth <= DEEPEST && this.#open.pop() !== PARTNERS.get(bracket))) {
      this.#break(at, `this '${bracket}' closes a bracket that was not opened`);
      return;
    }
    if (this.#depth === this.#home) this.#emit(at);
    this.#depth -= 1;
    this.#home = Math.min(this.#home, Math.max(1, this.#depth));
    this.#isOver = this.#depth === 0;
  }

  #separate(at: number): void {
    if (this.#depth === this.#home) this.#emit(at);
    if (this.#depth === 1) this.#key = undefined;
  }

  #name(at: number): void {
    if (this.#depth !== 1 || this.#shape !== 'members' || this.#key !== undefined) return;
    this.#hold(at);
    this.#key = toKey(this.#value.take().text);
  }

  #begin(at: number): void {
    if (this.#value.start() !== undefined) return;
    this.#count(at);
    this.#value.begin({ line: this.#line, column: this.#column });
    this.#from = at;
  }

  /** Adds what belongs to the value at hand. */
  #hold(end: number): void {
    if (this.#value.start() !== undefined) this.#value.add(this.#chunk.slice(this.#from, end));
    this.#from = end;
  }

  #emit(at: number): void {
    this.#hold(at);
    const { text, problem, start } = this.#value.take();
    if (start !== undefined)
      this.#items.push({ key: this.#key, isListed: this.#isList(), ...start, text, problem });
  }

  #isList(): boolean {
    return this.#shape === 'list' || this.#home === 2;
  }

  #break(at: number, what: string): void {
    this.#hold(at);
    this.#count(at);
    const place = { line: this.#line, column: this.#column };
    const where = `line ${place.line}, column ${place.column}`;
    const { text } = this.#value.take();
    const problem = `the document breaks in ${where}: ${what}. What stands behind that was not read; mend it there`;
    this.#items.push({ key: this.#key, isListed: this.#isList(), ...place, text, problem });
    this.#isBroken = true;
  }

  /** Counts lines and columns up to a place. */
  #count(end: number): void {
    const passed = this.#chunk.slice(this.#counted, end);
    this.#counted = Math.max(this.#counted, end);
    let lineStart = 0;
    for (let feed = passed.indexOf('\n'); feed !== -1; feed = passed.indexOf('\n', lineStart)) {
      lineStart = feed + 1;
      this.#line += 1;
      this.#column = 1;
    }
    const last = passed.slice(lineStart);
    this.#column += last.length - (last.match(CONTINUATION)?.length ?? 0);
  }
}

const BEHIND_END = 'something stands behind its end';
const LINE_BREAK_IN_TEXT = 'there is a line break within a text, or the quotation mark at its end is missing';

function toKey(text: string): string {
  const parsed = parseJson(Buffer.from(text, 'latin1').toString());
  return 'value' in parsed && typeof parsed.value === 'string' ? parsed.value : text;
}
