/** Marks and relations of WebAnno's layers, as they are spread over the rows of tokens. */
import { unescape, type Layer, type Sentence, type Token, type WebAnnoFile } from './parse-tsv';

/** Words that a layer marks: one token or some, with what its features say. */
export interface Mark {
  readonly id: string;
  readonly sentence: number;
  readonly tokens: readonly Token[];
  readonly features: ReadonlyMap<string, string>;
}

export interface MarkedRelation {
  readonly from: string;
  readonly to: string;
  /** Of its first feature with a value; undefined where it has none. */
  readonly label: string | undefined;
  readonly token: Token;
}

/** A cell has a value for each mark that covers the token, each with the mark's number where there are several or where it is longer. */
interface Value {
  readonly text: string;
  readonly number: string;
}

const EMPTY = '_';
const NOTHING = '*';
const NUMBERED = /^(?<text>.*?)\[(?<number>\d+)\]$/su;
/** "1-3[2_1]": the token at the other end, and the numbers of the marks at both; 0 for a mark without one. */
const REFERENCE = /^(?<address>[\d.-]+)(?:\[(?<from>\d+)(?:_(?<to>\d+))?\])?$/u;

/** Returns the marks of a layer of spans, in the order in which they begin. */
export function findMarks({ sentences }: WebAnnoFile, layer: Layer): readonly Mark[] {
  const marks = new Map<string, { sentence: number; tokens: Token[]; features: Map<string, string> }>();
  eachToken(sentences, (token, sentence) => {
    for (const [at, feature] of layer.features.entries()) {
      for (const { text, number } of readCell(token.cells[layer.column + at])) {
        const id = toMarkId(layer.name, number, token.address);
        const mark = marks.get(id) ?? { sentence, tokens: [], features: new Map<string, string>() };
        marks.set(id, mark);
        if (mark.tokens.at(-1) !== token) mark.tokens.push(token);
        if (text !== NOTHING) mark.features.set(feature, unescape(text));
      }
    }
  });
  return [...marks].map(([id, mark]) => ({ id, ...mark }));
}

/** Returns the relations of a layer; each stands in the row of the token that it leads to. */
export function findRelations({ sentences }: WebAnnoFile, layer: Layer): readonly MarkedRelation[] {
  const relations: MarkedRelation[] = [];
  const { base = '', column, features } = layer;
  const last = column + features.length - 1;
  eachToken(sentences, (token) => {
    for (const [at, { text }] of splitCell(token.cells[last]).entries()) {
      const { address, from = '0', to = '0' } = REFERENCE.exec(text)?.groups ?? {};
      const values = features
        .slice(0, -1)
        .map((_, place) => splitCell(token.cells[column + place])[at]?.text);
      const label = values.find((value) => value !== undefined && value !== NOTHING && value !== EMPTY);
      relations.push({
        from: toMarkId(base, from, address ?? text),
        to: toMarkId(base, to, token.address),
        label: label === undefined ? undefined : unescape(label),
        token,
      });
    }
  });
  return relations;
}

function eachToken(sentences: readonly Sentence[], visit: (token: Token, sentence: number) => void): void {
  for (const [at, { tokens }] of sentences.entries()) for (const token of tokens) visit(token, at);
}

/** Numbers are those of the whole file; a mark without one is the only one of its layer at its token. */
function toMarkId(layer: string, number: string, address: string): string {
  return number === '0' || number === '' ? `${layer} ${address}` : `${layer} #${number}`;
}

function readCell(cell: string | undefined): readonly Value[] {
  return splitCell(cell).map(({ text }) => {
    const { text: own = text, number = '' } = NUMBERED.exec(text)?.groups ?? {};
    return { text: own, number };
  });
}

/** Divides a cell at the bars that stand for themselves. */
function splitCell(cell = EMPTY): readonly { readonly text: string }[] {
  if (cell === EMPTY || cell === '') return [];
  return (cell.match(/(?:\\.|[^\\|])+/gsu) ?? []).map((text) => ({ text }));
}
