/**
 * Finds the values of a JSON document that stand at known places, however deep, in flat memory: where a format puts its lists into
 * objects, a splitter of the outermost list would hold all of them as one value. What is found is parsed by `JSON.parse`, value by value.
 */
import { createJsonValueText } from './json-value-text';
import { DEEPEST, parseJson, tooDeep } from './parse-json';

/** A place in a document: names of members, and `*` for whichever place in a list. */
export type JsonPlace = readonly string[];

/** Where a value stands: names of members, and places in lists from 0. */
export type JsonPath = readonly (string | number)[];

/** A value that stands at a place, as bytes (Latin-1). */
export interface FoundValue {
  readonly path: JsonPath;
  readonly line: number;
  readonly text: string;
  readonly problem: string | undefined;
}

interface Frame {
  readonly bracket: string;
  key: string;
  index: number;
  isNamed: boolean;
}

/** In characters: behind a larger value nothing is read. */
const HOPELESS_VALUE = 64 * 1024 * 1024;
const LONGEST_KEY = 1000;
const OUTSIDE = /["[\]{},:]|[^\s"[\]{},:]+/gu;
const INSIDE = /["\\]/gu;
const PARTNERS: ReadonlyMap<string, string> = new Map([
  [']', '['],
  ['}', '{'],
]);

/** Has read a document up to some place. Give it the parts in order, then `finish`. */
export class JsonFinder {
  readonly #places: readonly JsonPlace[];
  readonly #value = createJsonValueText();
  readonly #found: FoundValue[] = [];
  readonly #frames: Frame[] = [];
  /** The path of the value at hand, when it is wanted. */
  #path: JsonPath | undefined;
  #hasBegun = false;
  #key: string | undefined;
  #isInString = false;
  #isEscaped = false;
  #isOver = false;
  #isBroken = false;
  #chunk = '';
  #from = 0;
  #counted = 0;
  #line = 1;

  constructor(places: readonly JsonPlace[]) {
    this.#places = places;
  }

  /** Whether the document has broken, so that nothing more can come. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** @returns the values that end in this part of the document */
  add(chunk: string): readonly FoundValue[] {
    this.#chunk = chunk;
    this.#from = 0;
    this.#counted = 0;
    for (let at = 0; at < chunk.length && !this.#isBroken;)
      at = this.#isInString ? this.#passText(at) : this.#passSign(at);
    if (this.#isBroken) return this.#found.splice(0);
    this.#hold(chunk.length);
    if (this.#value.size() > HOPELESS_VALUE)
      this.#break(chunk.length, 'there is a value of more than 64 MiB');
    else this.#count(chunk.length);
    return this.#found.splice(0);
  }

  finish(): readonly FoundValue[] {
    this.#chunk = '';
    this.#from = 0;
    this.#counted = 0;
    if (!this.#isBroken && !this.#isOver) this.#break(0, 'the file ends, and the document does not');
    return this.#found.splice(0);
  }

  #passText(at: number): number {
    if (this.#isEscaped) {
      this.#isEscaped = false;
      return at + 1;
    }
    INSIDE.lastIndex = at;
    const end = INSIDE.exec(this.#chunk)?.index ?? this.#chunk.length;
    if (this.#chunk[end] === '\\') this.#isEscaped = true;
    if (this.#chunk[end] === '"') this.#endText(end);
    return end + 1;
  }

  #endText(end: number): void {
    this.#isInString = false;
    if (this.#key === undefined) return;
    const frame = this.#frames.at(-1);
    if (frame) frame.key = toKey(this.#key + this.#chunk.slice(this.#from, end + 1));
    this.#key = undefined;
  }

  #passSign(at: number): number {
    OUTSIDE.lastIndex = at;
    const match = OUTSIDE.exec(this.#chunk);
    if (match === null) return this.#chunk.length;
    const [sign] = match;
    if (this.#isOver) this.#break(match.index, 'something stands behind its end');
    else this.#take(sign, match.index);
    return match.index + sign.length;
  }

  #take(sign: string, at: number): void {
    if (sign === '"') this.#quote(at);
    else if (sign === '[' || sign === '{') this.#enter(sign, at);
    else if (sign === ']' || sign === '}') this.#leave(sign, at);
    else if (sign === ',') this.#separate(at);
    else if (sign === ':') this.#name();
    else this.#begin(at);
  }

  #quote(at: number): void {
    const frame = this.#frames.at(-1);
    this.#isInString = true;
    if (this.#path === undefined && frame?.bracket === '{' && !frame.isNamed) {
      this.#key = '';
      this.#from = at;
    } else this.#begin(at);
  }

  #enter(bracket: string, at: number): void {
    this.#begin(at);
    this.#frames.push({ bracket, key: '', index: 0, isNamed: false });
    this.#hasBegun = false;
    if (this.#frames.length > DEEPEST) this.#break(at, tooDeep);
  }

  #leave(bracket: string, at: number): void {
    this.#emit(at);
    const frame = this.#frames.pop();
    if (frame?.bracket !== PARTNERS.get(bracket))
      this.#break(at, `this '${bracket}' closes a bracket that was not opened`);
    this.#hasBegun = true;
    this.#isOver = this.#frames.length === 0;
  }

  #separate(at: number): void {
    this.#emit(at);
    const frame = this.#frames.at(-1);
    if (!frame) return;
    frame.index += 1;
    frame.isNamed = false;
    this.#hasBegun = false;
  }

  #name(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.isNamed = true;
  }

  /** A value begins there, unless one has. */
  #begin(at: number): void {
    if (this.#path !== undefined || this.#hasBegun) return;
    this.#hasBegun = true;
    if (this.#frames.length === 0 || !this.#isWanted()) return;
    this.#path = this.#frames.map(({ bracket, key, index }) => (bracket === '[' ? index : key));
    this.#count(at);
    this.#value.begin({ line: this.#line, column: 1 });
    this.#from = at;
  }

  #isWanted(): boolean {
    return this.#places.some(
      (place) =>
        place.length === this.#frames.length &&
        this.#frames.every(({ bracket, key }, at) => place[at] === (bracket === '[' ? '*' : key)),
    );
  }

  /** Adds what belongs to the value, or the name, at hand. */
  #hold(end: number): void {
    if (this.#path !== undefined) this.#value.add(this.#chunk.slice(this.#from, end));
    else if (this.#key !== undefined && this.#key.length < LONGEST_KEY)
      this.#key += this.#chunk.slice(this.#from, end);
    this.#from = end;
  }

  /** The value at hand ends there, when it stands in the brackets that are open. */
  #emit(at: number): void {
    if (this.#path === undefined || this.#frames.length !== this.#path.length) return;
    this.#hold(at);
    const { text, problem, start } = this.#value.take();
    this.#found.push({ path: this.#path, line: start?.line ?? this.#line, text, problem });
    this.#path = undefined;
  }

  #break(at: number, what: string): void {
    this.#hold(at);
    this.#count(at);
    const { text } = this.#value.take();
    const problem = `the document breaks in line ${this.#line}: ${what}. What stands behind that was not read; mend it there`;
    this.#found.push({ path: this.#path ?? [], line: this.#line, text, problem });
    this.#isBroken = true;
  }

  /** Counts lines up to a place. */
  #count(end: number): void {
    const passed = this.#chunk.slice(this.#counted, end);
    for (let feed = passed.indexOf('\n'); feed !== -1; feed = passed.indexOf('\n', feed + 1)) this.#line += 1;
    this.#counted = Math.max(this.#counted, end);
  }
}

function toKey(text: string): string {
  const parsed = parseJson(Buffer.from(text, 'latin1').toString());
  return 'value' in parsed && typeof parsed.value === 'string' ? parsed.value : text;
}
