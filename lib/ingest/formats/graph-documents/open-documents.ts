import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { createExtractedPieces } from '../../extracted/extracted-pieces';
import { isRecord, type JsonRecord } from '../../json/json-value';
import { peekJson } from '../../json/peek-json';
import { openJson, toBrokenPiece } from '../../json/read-json';
import { readWholeJson } from '../../json/read-whole-json';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { OpenOptions, Piece, Source } from '../../source';
import { isGraphDocument, toDocumentGraph } from './to-document-graph';

interface Documents {
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  readonly chunks: readonly ExtractedChunk[];
  readonly broken: readonly Piece[];
}

/** Opens graph documents of LangChain: in a list, on lines, or one by itself. They are held in memory: some 100 MB of them at most are fit. */
export async function openDocuments(
  sample: FileSample,
  { fallbackTypes, meter }: OpenOptions,
): Promise<Source> {
  const { path: file, name } = sample;
  const dataset = path.basename(name, path.extname(name));
  const extracted = createExtractedPieces(dataset, fallbackTypes);
  let unread = createTally();
  await Promise.resolve();
  return {
    dataset,
    files: [file],
    notices: () => [...extracted.notices(), ...noteTally('Not read of the nodes and relationships', unread)],
    pieces: async function* () {
      unread = createTally();
      const { chunks, broken, ...graph } = await readDocuments(sample, unread, meter);
      yield broken;
      const read = async function* () {
        yield await Promise.resolve(chunks);
      };
      yield* extracted.pieces({ ...graph, chunks: read });
    },
  };
}

async function readDocuments(
  sample: FileSample,
  unread: Tally,
  meter: OpenOptions['meter'],
): Promise<Documents> {
  const documents = {
    entities: new Array<ExtractedEntity>(),
    relations: new Array<ExtractedRelation>(),
    chunks: new Array<ExtractedChunk>(),
    broken: new Array<Piece>(),
  };
  let number = 0;
  function take(value: JsonRecord, line: number): void {
    number += 1;
    const { entities, relations, chunk } = toDocumentGraph(
      value,
      { file: sample.path, line, number },
      unread,
    );
    documents.entities.push(...entities);
    documents.relations.push(...relations);
    if (chunk !== undefined) documents.chunks.push(chunk);
  }
  const layout = peekJson(sample)?.layout ?? 'list';
  if (layout === 'members') {
    const value = await readWholeJson(sample.path, meter);
    if (isRecord(value)) take(value, 1);
    return documents;
  }
  const json = await openJson(sample.path, layout);
  for await (const records of json.records(meter)) {
    for (const record of records) {
      if (record.problem !== undefined)
        documents.broken.push(toBrokenPiece(sample.path, record, record.problem));
      else if (isGraphDocument(record.value) && isRecord(record.value)) take(record.value, record.line);
      else documents.broken.push(toBrokenPiece(sample.path, record, NO_DOCUMENT));
    }
  }
  return documents;
}

const NO_DOCUMENT = 'it is no graph document; it needs nodes, relationships and a source with page_content';
