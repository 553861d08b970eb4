/** Microsoft GraphRAG: the tables that indexing writes, Parquet or CSV, of all generations since 2024. */
import { EntenteError } from '@/lib/model/entente-error';

import { isDataName } from '../../bytes/file-names';
import type { FileSample } from '../../bytes/take-sample';
import { isParquet, openParquet } from '../../table/read-parquet';
import { recognisedBy } from '../../recognise';
import type { Format } from '../../source';
import { findTables, findTablesBeside, isRelationTable } from './find-tables';
import { openTables } from './open-tables';

export const graphRag: Format = {
  name: 'graph-rag',
  title: 'the tables of GraphRAG',
  recognises: recognisedBy(
    'it holds the relationships and the text units of GraphRAG',
    async (sample) => isParquet(sample.bytes) || isRelationTable(sample) || (await areWholeTables(sample)),
  ),
  open: async (sample, options) => {
    const found = sample.isFolder ? await findTables(sample) : await findTablesBeside(sample);
    return found === undefined ? await refuse(sample) : openTables(found, options);
  },
};

/** With data beside them, tables in a sub-folder are one input among others. */
async function areWholeTables(sample: FileSample): Promise<boolean> {
  const found = await findTables(sample);
  return found !== undefined && !found.beside.some(isDataName);
}

async function refuse(sample: FileSample): Promise<never> {
  const needed = 'the tables of GraphRAG are relationships and text_units, as .parquet or .csv in one folder';
  if (!isParquet(sample.bytes))
    throw new EntenteError('invalid', `${sample.path} contains no tables of GraphRAG; ${needed}.`);
  const columns = (await openParquet(sample.path)).columns.slice(0, 20).join(', ');
  throw new EntenteError(
    'invalid',
    `${sample.path} is a Parquet table with the columns ${columns}. Of Parquet only the tables of GraphRAG are read; ${needed}. Write other tables as CSV.`,
  );
}
