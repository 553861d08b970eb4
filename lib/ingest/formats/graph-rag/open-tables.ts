import path from 'node:path';

import { noteUnread } from '../../bytes/note-others';
import { createExtractedPieces } from '../../extracted/extracted-pieces';
import type { OpenOptions, Piece, Source } from '../../source';
import { createClaimReader } from './claims';
import { tableNames, type FoundTables } from './find-tables';
import { readGraphTables, readUnits } from './read-graph';

/** Entities and relationships are held in memory, of the texts only their ids and those that claims quote: some 100 MB for 100,000 rows. */
export function openTables(
  { tables, dataset, earlier, beside, others, summaries }: FoundTables,
  { fallbackTypes, meter }: OpenOptions,
): Source {
  const extracted = createExtractedPieces(dataset, fallbackTypes);
  const isWhole = tables.text_units !== undefined;
  let claims = createClaimReader();
  return {
    dataset,
    citedFile: isWhole ? `${dataset}/${path.basename(tables.relationships ?? '')}` : undefined,
    files: tableNames.flatMap((name) => tables[name] ?? []),
    notices: () => [
      ...(isWhole ? [] : [MISSING_TEXTS]),
      ...(earlier.length > 0 ? [`Not read, since they are earlier runs: ${earlier.join(', ')}.`] : []),
      ...extracted.notices(),
      ...claims.notices(),
      ...(summaries.length > 0
        ? [`Not read, since they summarise and cite no text: ${summaries.join(', ')}.`]
        : []),
      ...noteUnread([...beside, ...others]),
    ],
    pieces: async function* () {
      claims = createClaimReader();
      const broken: Piece[] = [];
      const reading = { meter, broken };
      const graph = await readGraphTables(tables, claims, reading);
      yield* extracted.pieces({ ...graph, chunks: () => readUnits(tables, reading) });
      yield broken;
    },
  };
}

const MISSING_TEXTS =
  'These are relationships of GraphRAG without the texts that they were extracted from. Those are in text_units.parquet (or .csv), which is missing; put it beside the table and load the folder.';
