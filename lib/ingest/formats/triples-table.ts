/** A table of its own with `subject,relation,object`: names become entities, and each row is its own evidence, "file, line". */
import type { Format } from '../source';
import { openTripleTable } from '../read-triples';

export const triplesTable: Format = {
  name: 'table',
  title: 'a table of triples',
  recognises: ({ isFolder }) => !isFolder,
  open: async ({ path }, { meter }) => {
    const table = await openTripleTable(path);
    return {
      files: [path],
      columns: table.columns,
      notices: () => table.notices,
      pieces: () => table.pieces(meter),
    };
  },
};
