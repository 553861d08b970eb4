/**
 * Finds the values of a JSON document that stand at known places, however deep, in flat memory: where a format puts its lists into
 * objects, a splitter of the outermost list would hold all of them as one value. What is found is parsed by `JSON.parse`, value by value.
 */
import { createJsonValueText } from './json-value-text';
import { DEEPEST, parseJsonKey, tooDeep } from './parse-json';
import { createJsonScanner } from './scan-json';

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
  #isOver = false;
  #isBroken = false;
  /** The part of the document at hand, and from where it belongs to the value, or the name, at hand. */
  #chunk = '';
  #from = 0;

  readonly #scanner = createJsonScanner({
    onSign: (sign, at) => {
      if (this.#isOver) this.#break(at, BEHIND_END);
      else this.#take(sign, at);
    },
    onPlain: (at) => {
      if (this.#isOver) this.#break(at, BEHIND_END);
      else this.#begin(at);
    },
    onStringEnd: (at) => {
      this.#endText(at);
    },
    wantsPlain: () => this.#isOver || (this.#path === undefined && !this.#hasBegun),
  });

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
    this.#scanner.scan(chunk);
    if (this.#isBroken) return this.#found.splice(0);
    this.#hold(chunk.length);
    if (this.#value.size() > HOPELESS_VALUE)
      this.#break(chunk.length, 'there is a value of more than 64 MiB');
    return this.#found.splice(0);
  }

  finish(): readonly FoundValue[] {
    if (!this.#isBroken && !this.#isOver)
      this.#break(this.#chunk.length, 'the file ends, and the document does not');
    return this.#found.splice(0);
  }

  #endText(end: number): void {
    if (this.#key === undefined) return;
    const frame = this.#frames.at(-1);
    if (frame) frame.key = parseJsonKey(this.#key + this.#chunk.slice(this.#from, end + 1));
    this.#key = undefined;
  }

  #take(sign: string, at: number): void {
    if (sign === '"') this.#quote(at);
    else if (sign === '[' || sign === '{') this.#enter(sign, at);
    else if (sign === ']' || sign === '}') this.#leave(sign, at);
    else if (sign === ',') this.#separate(at);
    else this.#name();
  }

  #quote(at: number): void {
    const frame = this.#frames.at(-1);
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
    this.#value.begin(this.#scanner.locate(at));
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
    const line = start?.line ?? this.#scanner.locate(at).line;
    this.#found.push({ path: this.#path, line, text, problem });
    this.#path = undefined;
  }

  #break(at: number, what: string): void {
    this.#hold(at);
    const { line } = this.#scanner.locate(at);
    const { text } = this.#value.take();
    const problem = `the document breaks in line ${line}: ${what}. What stands behind that was not read; mend it there`;
    this.#found.push({ path: this.#path ?? [], line, text, problem });
    this.#isBroken = true;
    this.#scanner.stop();
  }
}

const BEHIND_END = 'something stands behind its end';
