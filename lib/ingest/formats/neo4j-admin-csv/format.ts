/** Tables for `neo4j-admin database import`: a folder of them, or that of the relationships with those of the nodes beside it. */
import path from 'node:path';

import { EntenteError } from '@/lib/model/entente-error';

import { parseAdminHeader } from './header';
import { typeOfTable } from './table-names';
import { findAdminTables, type AdminTable } from './find-tables';
import { toGraphPieces } from '../../graph-files/graph-pieces';
import { readAdminTables } from './read-table';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';

export const neo4jAdminCsv: Format = {
  name: 'neo4j-admin-csv',
  title: 'tables for the importer of Neo4j',
  recognises: recognisedBy(
    'a header has :ID, or :START_ID and :END_ID',
    async ({ path: given, isFolder, entries, text }) => {
      if (!isFolder) return parseAdminHeader(text.split(/\r\n?|\n/u, 1)[0] ?? '') !== undefined;
      if (!entries.some((entry) => /\.csv(?:\.gz)?$/iu.test(entry))) return false;
      return (await findAdminTables(given)).tables.length > 0;
    },
  ),
  open: async ({ path: given, isFolder, name }, { fallbackTypes, meter }) => {
    const folder = isFolder ? given : path.dirname(path.resolve(given));
    const { tables, headers, others } = await findAdminTables(folder);
    if (tables.length === 0)
      throw new EntenteError(
        'invalid',
        `${folder} has no table with :ID, or :START_ID and :END_ID, in its first line.`,
      );
    const dataset = isFolder ? name : path.basename(folder);
    const graph = toGraphPieces({
      dataset,
      knownTypes: fallbackTypes,
      records: (reading) => readAdminTables(tables, reading, meter),
    });
    const joining = tables.filter(({ header }) => header.kind === 'relationships');
    const cited = joining.length === 1 && joining[0] ? path.basename(joining[0].file) : undefined;
    const missed = others.map((file) => path.basename(file)).join(', ');
    return {
      dataset,
      citedFile: cited === undefined ? dataset : `${dataset}/${cited}`,
      files: [...headers, ...tables.map(({ file }) => file)],
      notices: () => [
        ...(missed === '' ? [] : [`Not read, since they have no header of Neo4j's importer: ${missed}.`]),
        ...joining.flatMap(noteType),
        ...graph.notices(),
      ],
      pieces: () => graph.pieces(),
    };
  },
};

function noteType(table: AdminTable): readonly string[] {
  const type = typeOfTable(table);
  if (type === undefined) return [];
  return [
    `${path.basename(table.file)} has no column :TYPE; its relations are named '${type}', after the file.`,
  ];
}
