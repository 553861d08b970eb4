/** A table of its own with `subject,relation,object`: names become entities, and each row is its own evidence, "file, line". */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { DocumentId } from '@/lib/model/ids';

import { UNTYPED } from '../graph-files/graph-edges';
import { markNames } from '../spans/mark-names';
import { findNamesakes, noteNamesakes, tellApart } from '../names/tell-apart';
import { namesOf } from '../rows/parse-triple';
import { createPassagePieces, toPassageText, type PassagePieces } from '../documents/passage-pieces';
import { peekJson } from '../json/peek-json';
import { ID_FIELDS } from '../table/id-columns';
import { findIdMaps, findNumberedMapping, nameRows } from '../table/id-maps';
import { openTripleTable } from '../table/read-triples';
import { recognisedBy } from '../recognise';
import type { Format, Piece, SourceRow } from '../source';
import type { FileSample } from '../bytes/take-sample';

export const triplesTable: Format = {
  name: 'table',
  title: 'a table of triples',
  recognises: recognisedBy(
    'it is text in rows and cells',
    (sample) => !sample.isFolder && !isJson(sample),
    'weak',
  ),
  open: async ({ path, name }, { meter, mapping, savedMappings }) => {
    const said = mapping ?? (await findNumberedMapping(path));
    const table = await openTripleTable(path, { defaults, mapping: said, savedMappings });
    const maps = await findIdMaps(path, table.first);
    const read = (): AsyncIterable<readonly Piece[]> =>
      maps === undefined ? table.pieces(meter) : nameRows(table.pieces(meter), maps);
    const fields = table.columns.map(({ field }) => field);
    const namesakes = fields.includes(ID_FIELDS.subject) ? await findNamesakes(read()) : undefined;
    const readApart = (): AsyncIterable<readonly Piece[]> =>
      namesakes === undefined ? read() : tellApart(read(), namesakes, name);
    const bringsText = fields.includes('quote') && !fields.includes('document');
    return {
      files: [path, ...(maps?.files ?? [])],
      columns: table.columns,
      mappedFor: table.mappedFor,
      isMapped: table.isMapped,
      layout: table.layout,
      holdsIds: table.holdsIds,
      notices: () => [
        ...table.notices,
        ...(maps?.notices ?? []),
        ...(namesakes === undefined ? [] : noteNamesakes(namesakes)),
        ...(bringsText ? [textNotice] : []),
      ],
      pieces: () => (bringsText ? addPassages(readApart(), toDocument(name)) : readApart()),
    };
  },
};

/** Records of JSON are no rows, however their lines look. */
function isJson(sample: FileSample): boolean {
  const peek = peekJson(sample);
  return peek !== undefined && (peek.values.length > 0 || peek.members.size > 0);
}

/** A list of edges may say only who and whom. */
const defaults = new Map([['relation', UNTYPED]]);

const textNotice =
  'There is a column of text and none of documents: the text of each row is kept as a passage, and is its evidence.';

/** The document that the texts of a table are passages of: the table itself. */
function toDocument(name: string): Document {
  return { id: DocumentId.parse(deriveId('d', ['table', name])), title: name };
}

/** Makes a passage of the text in each row, numbered as its line, which the row then cites. */
async function* addPassages(
  pieces: AsyncIterable<readonly Piece[]>,
  document: Document,
): AsyncGenerator<readonly Piece[]> {
  const passages = createPassagePieces();
  for await (const some of pieces) {
    yield some.flatMap((piece) =>
      piece.kind === 'row' ? toCitingRow(piece.row, document, passages) : [piece],
    );
  }
}

function toCitingRow(row: SourceRow, document: Document, passages: PassagePieces): readonly Piece[] {
  const text = toPassageText(row.cells.get('quote') ?? '');
  if (text === '' || row.problem) return [{ kind: 'row', row }];
  const { file, line } = row;
  const mentions = markNames(text, namesOf(row));
  const { id, pieces } = passages.add({ document, text, index: line, mentions, file, line });
  return [...pieces, { kind: 'row', row: { ...row, citation: { passage: id } } }];
}
