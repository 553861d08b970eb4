/**
 * Splits a JSON document of any size into the values that it lists, in flat memory, without reading them: `JSON.parse` does that,
 * value by value. Parsers of streams end at the first fault and give neither the line of a value nor its text; here a value that is
 * broken inside costs itself alone, and only brackets that do not match cost what stands behind them.
 */
import { createJsonValueText } from './json-value-text';
import { DEEPEST, parseJsonKey, tooDeep } from './parse-json';
import { createJsonScanner } from './scan-json';

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

/** A list of values, an object whose members are lists or single values, or objects and lists one behind the other. */
export type JsonShape = 'list' | 'members' | 'values';

/** In characters: behind a larger value nothing is read. */
const HOPELESS_VALUE = 64 * 1024 * 1024;

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
  /** The depth at which values are parted: by commas in the document or in the list of a member, by their ends outside of any. */
  #home: number;
  readonly #outermost: number;
  #key: string | undefined;
  #isOver = false;
  #isBroken = false;
  /** The part of the document at hand, and from where it belongs to the value at hand. */
  #chunk = '';
  #from = 0;

  readonly #scanner = createJsonScanner({
    onSign: (sign, at) => {
      if (this.#isOver) this.#break(at, BEHIND_END);
      else this.#signs.get(sign)?.(at);
    },
    onPlain: (at) => {
      if (this.#depth > 0) this.#begin(at);
      else this.#break(at, this.#isOver ? BEHIND_END : 'this is no JSON');
    },
    onStringEnd: () => undefined,
    onBrokenString: () => {
      this.#value.blame(LINE_BREAK_IN_TEXT);
    },
    wantsPlain: () => this.#value.start() === undefined,
  });

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
    this.#outermost = shape === 'values' ? 0 : 1;
    this.#home = this.#outermost;
  }

  /** Whether the document has broken, so that nothing more can come. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Adds a part of the document; returns the values that end in it. */
  add(chunk: string): readonly JsonItem[] {
    this.#chunk = chunk;
    this.#from = 0;
    this.#scanner.scan(chunk);
    if (this.#isBroken) return this.#items.splice(0);
    this.#hold(chunk.length);
    if (this.#value.size() > HOPELESS_VALUE)
      this.#break(chunk.length, 'there is a value of more than 64 MiB');
    return this.#items.splice(0);
  }

  finish(): readonly JsonItem[] {
    const end = this.#chunk.length;
    const isDone = this.#isOver || (this.#shape === 'values' && this.#depth === 0);
    if (!this.#isBroken && !isDone) {
      const { line, column } = this.#value.start() ?? this.#scanner.locate(end);
      this.#break(end, `the file ends, and the value that begins in line ${line}, column ${column} does not`);
    }
    return this.#items.splice(0);
  }

  #quote(at: number): void {
    if (this.#depth === 0) this.#break(at, 'this is no JSON');
    this.#begin(at);
  }

  #enter(at: number): void {
    const bracket = this.#chunk.charAt(at);
    const isMember = this.#depth === 1 && this.#shape === 'members' && this.#key !== undefined;
    const opensList = isMember && bracket === '[' && this.#value.start() === undefined;
    if (opensList) this.#home = 2;
    else if (this.#depth >= this.#outermost) this.#begin(at);
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
    if (this.#shape !== 'values' && this.#depth === this.#home) this.#emit(at);
    this.#depth -= 1;
    this.#home = Math.min(this.#home, Math.max(this.#outermost, this.#depth));
    if (this.#shape !== 'values') this.#isOver = this.#depth === 0;
    else if (this.#depth === 0) this.#emit(at + 1);
  }

  #separate(at: number): void {
    if (this.#depth === this.#home) this.#emit(at);
    if (this.#depth === 1) this.#key = undefined;
  }

  #name(at: number): void {
    if (this.#depth !== 1 || this.#shape !== 'members' || this.#key !== undefined) return;
    this.#hold(at);
    this.#key = parseJsonKey(this.#value.take().text);
  }

  #begin(at: number): void {
    if (this.#value.start() !== undefined) return;
    this.#value.begin(this.#scanner.locate(at));
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
    return this.#shape !== 'members' || this.#home === 2;
  }

  #break(at: number, what: string): void {
    this.#hold(at);
    const place = this.#scanner.locate(at);
    const where = `line ${place.line}, column ${place.column}`;
    const { text } = this.#value.take();
    const problem = `the document breaks in ${where}: ${what}. What stands behind that was not read; mend it there`;
    this.#items.push({ key: this.#key, isListed: this.#isList(), ...place, text, problem });
    this.#isBroken = true;
    this.#scanner.stop();
  }
}

const BEHIND_END = 'something stands behind its end';
const LINE_BREAK_IN_TEXT = 'there is a line break within a text, or the quotation mark at its end is missing';
