/** A table of its own with `subject,relation,object`: names become entities, and each row is its own evidence, "file, line". */

import { UNTYPED } from '../graph-files/graph-edges';
import { findNamesakes, noteNamesakes, tellApart } from '../names/tell-apart';
import { createSourceAdder, toTableDocument } from '../documents/source-cells';
import { peekJson } from '../json/peek-json';
import { ID_FIELDS } from '../table/id-columns';
import { findIdMaps, findNumberedMapping, nameRows } from '../table/id-maps';
import { findListColumns, splitLists } from '../table/list-cells';
import { openTripleTable } from '../table/read-triples';
import { recognisedBy } from '../recognise';
import type { Format, Piece } from '../source';
import type { FileSample } from '../bytes/take-sample';

export const triplesTable: Format = {
  name: 'table',
  title: 'a table of triples',
  recognises: recognisedBy(
    'it is text in rows and cells',
    (sample) => !sample.isFolder && !isJson(sample),
    'weak',
  ),
  open: async ({ path, name }, { meter, mapping, savedMappings, isVerbose }) => {
    const said = mapping ?? (await findNumberedMapping(path));
    const table = await openTripleTable(path, { defaults, mapping: said, savedMappings, isVerbose });
    const maps = await findIdMaps(path, table.first);
    const lists = findListColumns(table.first);
    const read = (): AsyncIterable<readonly Piece[]> => {
      const rows = maps === undefined ? table.pieces(meter) : nameRows(table.pieces(meter), maps);
      return lists.splits.size === 0 ? rows : splitLists(rows, lists);
    };
    const fields = table.columns.map(({ field }) => field);
    const namesakes = fields.includes(ID_FIELDS.subject) ? await findNamesakes(read()) : undefined;
    const readApart = (): AsyncIterable<readonly Piece[]> =>
      namesakes === undefined ? read() : tellApart(read(), namesakes, name);
    const sources = createSourceAdder(fields, { dataset: name, table: toTableDocument(name) });
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
        ...lists.notices,
        ...(namesakes === undefined ? [] : noteNamesakes(namesakes)),
        ...sources.notices(),
      ],
      pieces: () => sources.add(readApart()),
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
