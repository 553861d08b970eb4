import path from 'node:path';

import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { openExtracted, type HeldGraph } from '../../extracted/open-extracted';
import { isRecord, type JsonRecord } from '../../json/json-value';
import { peekJson } from '../../json/peek-json';
import { openJson, toBrokenPiece, type JsonRecordRead } from '../../json/read-json';
import { readWholeJson } from '../../json/read-whole-json';
import type { Tally } from '../../rows/tally';
import type { OpenOptions, Piece, Source } from '../../source';
import { isGraphDocument, toDocumentGraph } from './to-document-graph';

/** Opens graph documents of LangChain: in a list, on lines, or one by itself. They are held in memory. */
export function openDocuments(sample: FileSample, options: OpenOptions): Source {
  const { path: file, name } = sample;
  const dataset = path.basename(name, path.extname(name));
  const read = (unread: Tally): Promise<HeldGraph> => readDocuments(sample, unread, options.meter);
  return openExtracted({ dataset, files: [file], read }, options);
}

async function readDocuments(
  sample: FileSample,
  unread: Tally,
  meter: OpenOptions['meter'],
): Promise<HeldGraph> {
  const { path: file } = sample;
  const entities: ExtractedEntity[] = [];
  const relations: ExtractedRelation[] = [];
  const chunks: ExtractedChunk[] = [];
  const rejects: Piece[] = [];
  let number = 0;

  function take(value: JsonRecord, line: number): void {
    number += 1;
    const found = toDocumentGraph(value, { file, line, number }, unread);
    entities.push(...found.entities);
    relations.push(...found.relations);
    if (found.chunk !== undefined) chunks.push(found.chunk);
  }

  function takeRecord(record: JsonRecordRead): void {
    if (record.problem === undefined && isRecord(record.value) && isGraphDocument(record.value))
      take(record.value, record.line);
    else rejects.push(toBrokenPiece(file, record, record.problem ?? NO_DOCUMENT));
  }

  const layout = peekJson(sample)?.layout ?? 'list';
  if (layout === 'members') {
    const value = await readWholeJson(file, meter);
    if (isRecord(value)) take(value, 1);
  } else {
    const json = await openJson(file, layout);
    for await (const records of json.records(meter)) records.forEach(takeRecord);
  }
  return { entities, relations, chunks, rejects };
}

const NO_DOCUMENT =
  'it is not a graph document; it needs nodes, relationships and a source with page_content';
