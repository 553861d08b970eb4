/** Results of a query that Neo4j Browser has saved as a table: a cell is a node, a relationship or a path, as text. */
import type { Mapping, SavedMapping } from '@/lib/model/mapping';

import type { Meter } from '../../bytes/meter';
import { openExport } from '../../extracted/open-export';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { askForEnds, toEnds } from './ends';
import { peekCells } from './peek-cells';
import { readCells } from './read-cells';

export const neo4jBrowserCsv: Format = {
  name: 'neo4j-browser-csv',
  title: 'a table of Neo4j Browser',
  recognises: recognisedBy(
    'its cells are nodes, relationships or paths as Neo4j Browser writes them',
    (sample) => peekCells(sample)?.isOfBrowser ?? false,
  ),
  open: async (sample, options) => {
    const { path: file, name } = sample;
    const table = peekCells(sample);
    const header = table?.header ?? [];
    const said = options.mapping ?? findSaved(header, options.savedMappings);
    const ends = said === undefined ? undefined : toEnds(said, header);
    if (table && ends === undefined && table.isDoubtful) throw askForEnds(file, table);
    const records = (reading: 'nodes' | 'edges', meter?: Meter): ReturnType<typeof readCells> =>
      readCells({ file, ends }, reading, meter);
    const source = await openExport({ file, name, records }, options);
    return { ...source, isMapped: ends !== undefined, mappedFor: { header: [...header] } };
  },
};

function findSaved(header: readonly string[], saved: readonly SavedMapping[] = []): Mapping | undefined {
  return saved.find(
    (each) => 'header' in each.for && JSON.stringify(each.for.header) === JSON.stringify(header),
  );
}
