/** The lines of WebAnno TSV 3: layers in the header, sentences, and a row of cells for each token. */

/** A layer of marks, and the columns of its features: the place of the first, and their names. */
export interface Layer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly name: string;
  readonly features: readonly string[];
  readonly column: number;
  /** Of relations: the name of the layer whose marks they join. */
  readonly base: string | undefined;
}

export interface Token {
  /** As relations refer to it: "1-3", and "1-3.1" for a part of a token. */
  readonly address: string;
  /** In UTF-16 units of the document. */
  readonly begin: number;
  readonly end: number;
  readonly form: string;
  readonly cells: readonly string[];
  readonly line: number;
  readonly raw: string;
}

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface WebAnnoFile {
  readonly layers: readonly Layer[];
  readonly sentences: readonly Sentence[];
  /** Rows that are none of a token, and why. */
  readonly broken: readonly { readonly line: number; readonly raw: string }[];
}

const LAYER = /^#T_(SP|RL|CH)=([^|]*)(?:\|(.*))?$/u;
const KINDS: ReadonlyMap<string | undefined, Layer['kind']> = new Map([
  ['SP', 'span'],
  ['RL', 'relation'],
  ['CH', 'chain'],
]);
const TEXT = '#Text=';
const BASE = 'BT_';
const ADDRESS = /^\d+-\d+(?:\.\d+)?$/u;
const OFFSETS = /^(\d+)-(\d+)$/u;
/** Address, offsets and words stand before the layers. */
const FIRST_COLUMN = 3;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads the lines of a file. */
export function parseTsv(text: string): WebAnnoFile {
  const layers: Layer[] = [];
  const sentences: { lines: string[]; tokens: Token[] }[] = [];
  const broken: { line: number; raw: string }[] = [];
  let wasText = false;
  for (const [at, raw] of text.split(/\r?\n/u).entries()) {
    const isText = raw.startsWith(TEXT);
    // A sentence with line breaks in it has a line for each.
    if (isText && wasText) sentences.at(-1)?.lines.push(raw.slice(TEXT.length));
    else if (isText) sentences.push({ lines: [raw.slice(TEXT.length)], tokens: [] });
    else if (isRow(raw)) {
      const token = toToken(raw, at + 1);
      if (token && sentences.length > 0) sentences.at(-1)?.tokens.push(token);
      else broken.push({ line: at + 1, raw });
    } else layers.push(...toLayer(raw, layers));
    wasText = isText;
  }
  return { layers, sentences: sentences.map(toSentence), broken };
}

/** Lines that begin with # tell of the file or of a sentence; a token may be that sign, and has a number before it. */
function isRow(raw: string): boolean {
  return raw.trim() !== '' && !raw.startsWith('#');
}

function toLayer(raw: string, before: readonly Layer[]): readonly Layer[] {
  const [, kind, name = '', listed] = LAYER.exec(raw) ?? [];
  const sort = KINDS.get(kind);
  if (sort === undefined) return [];
  const features = listed === undefined ? [''] : listed.split('|');
  const last = before.at(-1);
  const column = last === undefined ? FIRST_COLUMN : last.column + last.features.length;
  const base = features.find((each) => each.startsWith(BASE))?.slice(BASE.length);
  return [{ kind: sort, name, features, column, base }];
}

function toToken(raw: string, line: number): Token | undefined {
  const [address = '', offsets = '', form = '', ...rest] = raw.split('\t');
  const [, begin, end] = OFFSETS.exec(offsets) ?? [];
  if (!ADDRESS.test(address) || begin === undefined || end === undefined) return undefined;
  const cells = [address, offsets, form, ...rest];
  return { address, begin: Number(begin), end: Number(end), form: unescape(form), cells, line, raw };
}

/** The text as it stands there, unless its tokens fit it only without the escapes. */
function toSentence({
  lines,
  tokens,
}: {
  readonly lines: readonly string[];
  readonly tokens: readonly Token[];
}) {
  const asWritten = lines.join('\n');
  const plain = [asWritten, unescape(asWritten)].find((text) => fits({ text, tokens }));
  return { text: plain ?? asWritten, tokens };
}

/** Whether all tokens stand in a sentence where they say. */
export function fits({ text, tokens }: Sentence): boolean {
  const start = tokens[0]?.begin ?? 0;
  return tokens.every(({ begin, end, form }) => text.slice(begin - start, end - start) === form);
}

/** Takes away the backslashes before characters that mean something. */
export function unescape(text: string): string {
  return text.replace(/\\(.)/gu, (_, sign: string) => ESCAPES.get(sign) ?? sign);
}
