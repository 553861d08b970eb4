/** Events with tabs between their cells, as ICEWS has them: date, source, relation and target, where quotation marks mean nothing. */
import { createSourceAdder, toTableDocument } from '../documents/source-cells';
import { openCameoIndex } from '../names/cameo-index';
import { kindOfActor } from '../names/actor-kind';
import { createRowCoder } from '../names/code-rows';
import { toPlainName } from '../table/map-columns';
import { openTripleTable } from '../table/read-triples';
import { recognisedBy } from '../recognise';
import type { Format, Piece } from '../source';

/** One name of each column that makes a table one of events. */
const partsOfEvents = [
  ['date', 'eventdate'],
  ['source', 'sourcename', 'sourceactor', 'actor1'],
  ['relation', 'eventtext', 'event', 'eventcode', 'cameocode'],
  ['target', 'targetname', 'targetactor', 'actor2'],
];

export const eventTable: Format = {
  name: 'events',
  title: 'a table of events',
  recognises: recognisedBy(
    'its columns are those of coded events: date, source, event and target',
    ({ isFolder, text }) => {
      const header = (/^[^\r\n]*/u.exec(text.trimStart())?.[0] ?? '').split('\t').map(toPlainName);
      return !isFolder && partsOfEvents.every((names) => names.some((name) => header.includes(name)));
    },
  ),
  open: async ({ path, name }, { baseVocabulary, fallbackTypes, meter, mapping, isVerbose }) => {
    const dialect = { delimiter: '\t', quoting: 'none' } as const;
    const table = await openTripleTable(path, { dialect, mapping, isVerbose });
    const cameo = await openCameoIndex(baseVocabulary, fallbackTypes);
    const fields = table.columns.map(({ field }) => field);
    const sources = createSourceAdder(fields, { dataset: name, table: toTableDocument(name) });
    return {
      files: [baseVocabulary, cameo.file, path].filter((file) => file !== undefined),
      columns: table.columns,
      mappedFor: table.mappedFor,
      isMapped: table.isMapped,
      kindOf: kindOfActor,
      notices: () => [...table.notices, ...sources.notices()],
      pieces: () => toCoded(sources.add(table.pieces(meter)), createRowCoder(cameo)),
    };
  },
};

async function* toCoded(
  pieces: AsyncIterable<readonly Piece[]>,
  code: (pieces: Iterable<Piece>) => readonly Piece[],
): AsyncGenerator<readonly Piece[]> {
  for await (const some of pieces) yield code(some);
}
