/** Sources that rows of a table name themselves: an address, a title, an outlet, the words. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId } from '@/lib/model/ids';

import { createCiter, toSourceDocument, type CitedSource, type Citer } from './cite-source';
import { createPassagePieces, toPassageText, type PassagePieces } from './passage-pieces';
import { namesOf } from '../rows/parse-triple';
import { attemptRow } from '../rows/read-rows';
import { markNames } from '../spans/mark-names';
import type { Piece, SourceRow } from '../source';

type Pieces = AsyncIterable<readonly Piece[]>;

interface SourceOptions {
  /** What a title without an address is told apart by. */
  readonly dataset: string;
  /** The document that words are passages of which name no other: the table itself. Undefined where they are looked for elsewhere. */
  readonly table: Document | undefined;
}

const FIELDS = ['url', 'reference', 'title', 'publisher'] as const;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/iu;
/** Between addresses, and between the names of outlets. */
const BETWEEN_ADDRESSES = /\s*[;|,]\s*(?=https?:\/\/|www\.)|\s+(?=https?:\/\/)/iu;
const BETWEEN_NAMES = /\s*;\s*/u;

/** @returns the document that a table is where its rows bring words and name no source. */
export function toTableDocument(name: string): Document {
  return { id: DocumentId.parse(deriveId('d', ['table', name])), title: name };
}

/** @returns whether a table has a column of sources. */
function hasSources(fields: readonly string[]): boolean {
  return FIELDS.some((field) => fields.includes(field));
}

export interface SourceAdder {
  /**
   * @returns the pieces, in which a row cites what it names as its source: one row for each document. With words, it cites the passage
   *   that has them; without, the document.
   */
  readonly add: (pieces: Pieces) => AsyncGenerator<readonly Piece[]>;
  readonly notices: () => readonly string[];
}

/**
 * @param fields what the columns of the table hold.
 */
export function createSourceAdder(fields: readonly string[], { dataset, table }: SourceOptions): SourceAdder {
  let passages = createPassagePieces();
  return {
    add: async function* (pieces) {
      passages = createPassagePieces();
      const context = {
        dataset,
        table,
        passages,
        citer: createCiter(dataset),
        documents: new Set<DocumentId>(),
      };
      for await (const some of pieces)
        yield some.flatMap((piece) => (piece.kind === 'row' ? citeRow(piece.row, context) : [piece]));
    },
    notices: () => [...noteFields(fields, table), ...noteRepeats(passages.repeats())],
  };
}

function noteFields(fields: readonly string[], table: Document | undefined): readonly string[] {
  const [isNamed, hasText] = [fields.includes('document') || hasSources(fields), fields.includes('quote')];
  if (table === undefined) return [];
  return [
    ...(hasText && !isNamed ? [textNotice] : []),
    ...(fields.includes('paragraph')
      ? ['Numbers of paragraphs were not read: the documents that they count are not beside the table.']
      : []),
    ...(fields.includes('published') && !isNamed
      ? ['Dates of publication were not read: no column says what was published.']
      : []),
  ];
}

const textNotice =
  'There is a column of text and none of documents: the text of each row is kept as a passage, and is its evidence.';

function noteRepeats(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    `In ${count} ${count === 1 ? 'row the text is' : 'rows the text is'} the same as in one before; each is a passage of its own, numbered as its line.`,
  ];
}

interface Context extends SourceOptions {
  readonly citer: Citer;
  readonly passages: PassagePieces;
  /** The documents that have come already. */
  readonly documents: Set<DocumentId>;
}

function citeRow(row: SourceRow, context: Context): readonly Piece[] {
  if (row.problem) return [{ kind: 'row', row }];
  const sources = listSources(row, context.table !== undefined);
  const result = attemptRow(row, () =>
    sources.length > 0
      ? sources.flatMap((source) => citeSource(row, source, context))
      : citeTable(row, context),
  );
  if ('value' in result) return result.value;
  const { column, reason } = result.reject;
  return [{ kind: 'row', row: { ...row, problem: { column, reason } } }];
}

function citeSource(
  row: SourceRow,
  source: CitedSource,
  { citer, documents, dataset }: Context,
): readonly Piece[] {
  const { pieces, citation } = citer.cite(source);
  if (source.quote !== undefined) {
    // The document comes once, with its first passage or before it.
    const rest = pieces.filter((piece) => piece.kind !== 'document' || !documents.has(piece.document.id));
    for (const piece of rest) if (piece.kind === 'document') documents.add(piece.document.id);
    const marked = rest.map((piece) =>
      piece.kind === 'passage' ? { ...piece, mentions: markNames(piece.passage.text, namesOf(row)) } : piece,
    );
    return [...marked, { kind: 'row', row: { ...row, citation } }];
  }
  const document = toSourceDocument(source, dataset);
  const isNew = !documents.has(document.id);
  documents.add(document.id);
  return [
    ...(isNew ? [{ kind: 'document', document } as const] : []),
    { kind: 'row', row: { ...row, document: document.id } },
  ];
}

/** Words without a source are a passage of the table, numbered as their line; the same words in another row are a passage of their own. */
function citeTable(row: SourceRow, { table, passages }: Context): readonly Piece[] {
  const text = toPassageText(row.cells.get('quote') ?? '');
  if (text === '' || table === undefined) return [{ kind: 'row', row }];
  const { file, line } = row;
  const mentions = markNames(text, namesOf(row));
  const { id, pieces } = passages.add({
    document: table,
    text,
    index: line,
    isRepeated: true,
    mentions,
    file,
    line,
  });
  return [...pieces, { kind: 'row', row: { ...row, citation: { passage: id } } }];
}

/** `ownsDocuments`: whether the cell `document` is a title, and no id of a document beside the table. */
function listSources({ cells, file, line }: SourceRow, ownsDocuments: boolean): readonly CitedSource[] {
  const document = ownsDocuments ? cells.get('document') : undefined;
  if (!ownsDocuments && cells.has('document')) return [];
  const published = cells.get('published');
  const quote = ownsDocuments ? cells.get('quote') : undefined;
  const rest = { published, quote, file, line };
  const places = toPlaces([...splitCell(cells.get('url')), ...splitCell(cells.get('reference'))]);
  const names = [document, cells.get('title')].filter((each) => each !== undefined);
  const outlets = splitCell(cells.get('publisher'));
  if (places.length === 0) return toNamed(names, outlets).map((source) => ({ ...source, ...rest }));
  return places.map((place, at) => ({
    ...toParts(place, places.length === 1 ? names : []),
    publisher: outlets.length === places.length ? outlets[at] : outlets.join('; ') || undefined,
    ...rest,
  }));
}

function toPlaces(cells: readonly string[]): readonly string[] {
  return [...new Set(cells)];
}

function toParts(place: string, [name]: readonly string[]): Pick<CitedSource, 'url' | 'title'> {
  return ADDRESS.test(place)
    ? { url: place, ...(name !== undefined && { title: name }) }
    : { title: name ?? place };
}

/** Sources that only have a name: a title, or one document for each outlet. */
function toNamed(
  [title]: readonly string[],
  outlets: readonly string[],
): readonly Pick<CitedSource, 'title' | 'publisher'>[] {
  if (title !== undefined) return [{ title, ...(outlets.length > 0 && { publisher: outlets.join('; ') }) }];
  return outlets.map((outlet) => ({ title: outlet, publisher: outlet }));
}

function splitCell(cell: string | undefined): readonly string[] {
  if (cell === undefined) return [];
  const parts = /https?:\/\/|www\./iu.test(cell) ? cell.split(BETWEEN_ADDRESSES) : cell.split(BETWEEN_NAMES);
  return parts.map((part) => part.trim().replace(/[;|,]$/u, '')).filter((part) => part !== '');
}
