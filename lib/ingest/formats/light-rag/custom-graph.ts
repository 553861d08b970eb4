/** Graphs that people write for LightRAG to take in: chunks, entities and relationships in one JSON object. */
import path from 'node:path';

import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { createExtractedPieces } from '../../extracted/extracted-pieces';
import { fieldOf, isRecord, toShown, toText, toWholeNumber, type JsonRecord } from '../../json/json-value';
import { peekJson } from '../../json/peek-json';
import { openJson, toBrokenPiece, type JsonFile } from '../../json/read-json';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { OpenOptions, Piece, Source } from '../../source';
import { toBeginning, toDocument, toFilePath } from './read-documents';
import { addKeywords, isChunk } from './field-text';

interface CustomRecord {
  readonly key: string;
  readonly value: JsonRecord;
  readonly line: number;
  readonly raw: string;
}

const KEYS = new Set(['chunks', 'entities', 'relationships']);
const READ = new Set(
  'content source_id file_path chunk_order_index entity_name entity_type description src_id tgt_id keywords'.split(
    ' ',
  ),
);

/** Whether the beginning of a file is that of a graph for LightRAG to take in. */
export function isCustomGraph(sample: FileSample): boolean {
  const members = peekJson(sample)?.members;
  const has = (key: string, ...fields: readonly string[]): boolean =>
    members
      ?.get(key)
      ?.some((each) => isRecord(each) && fields.every((field) => Object.hasOwn(each, field))) ?? false;
  return (
    has('chunks', 'content', 'source_id') ||
    has('relationships', 'src_id', 'tgt_id') ||
    has('entities', 'entity_name', 'source_id')
  );
}

/** Opens a graph for LightRAG to take in; it is read twice, and held in memory but for its texts. */
export async function openCustomGraph(
  { path: file, name }: FileSample,
  { fallbackTypes, meter }: OpenOptions,
): Promise<Source> {
  const dataset = path.basename(name, path.extname(name));
  const json = await openJson(file, 'members');
  const extracted = createExtractedPieces(dataset, fallbackTypes);
  let unread = createTally();
  return {
    dataset,
    files: [file],
    notices: () => [...json.notices, ...extracted.notices(), ...noteTally('Not read from the file', unread)],
    pieces: async function* () {
      unread = createTally();
      const entities: ExtractedEntity[] = [];
      const relations: ExtractedRelation[] = [];
      const broken: Piece[] = [];
      for await (const records of readCustom(json, file, { broken })) {
        for (const { value } of records) countUnread(value, unread);
        entities.push(...records.filter(({ key }) => key === 'entities').map((each) => toEntity(each, file)));
        relations.push(
          ...records.filter(({ key }) => key === 'relationships').map((each) => toRelation(each, file)),
        );
      }
      yield broken;
      const chunks = () => readChunks(json, file, meter);
      yield* extracted.pieces({ entities, relations, chunks });
    },
  };
}

function countUnread(value: JsonRecord, unread: Tally): void {
  for (const field of Object.keys(value)) if (!READ.has(field)) unread.add(field);
}

async function* readCustom(
  json: JsonFile,
  file: string,
  { broken, meter }: { readonly broken?: Piece[]; readonly meter?: Meter },
): AsyncGenerator<readonly CustomRecord[]> {
  for await (const records of json.records(meter)) {
    const read: CustomRecord[] = [];
    for (const record of records) {
      if (record.problem !== undefined) broken?.push(toBrokenPiece(file, record, record.problem));
      else if (record.key !== undefined && KEYS.has(record.key) && isRecord(record.value))
        read.push({ key: record.key, value: record.value, line: record.line, raw: toShown(record.value) });
    }
    yield read;
  }
}

async function* readChunks(
  json: JsonFile,
  file: string,
  meter: Meter,
): AsyncGenerator<readonly ExtractedChunk[]> {
  for await (const records of readCustom(json, file, { meter }))
    yield records.filter(({ key }) => key === 'chunks').map((record) => toChunk(record, file));
}

function toChunk({ value, line }: CustomRecord, file: string): ExtractedChunk {
  const content = fieldOf(value, 'content');
  const source = textOf(value, 'source_id');
  const from = toFilePath(fieldOf(value, 'file_path'));
  const order = toWholeNumber(fieldOf(value, 'chunk_order_index'));
  return {
    key: source,
    text: typeof content === 'string' ? content : '',
    documents: [toDocument(from ?? source, { file: from, beginning: source || toBeginning(content) })],
    index: order === undefined ? undefined : order + 1,
    file,
    line,
  };
}

function toEntity({ value, line, raw }: CustomRecord, file: string): ExtractedEntity {
  const name = textOf(value, 'entity_name');
  const description = toText(fieldOf(value, 'description'));
  const kinds = [textOf(value, 'entity_type')];
  return { key: name, name, kinds, description, chunks: [textOf(value, 'source_id')], file, line, raw };
}

function toRelation({ value, line, raw }: CustomRecord, file: string): ExtractedRelation {
  const chunk = textOf(value, 'source_id');
  return {
    source: textOf(value, 'src_id'),
    target: textOf(value, 'tgt_id'),
    isDirected: false,
    statement: addKeywords(toText(fieldOf(value, 'description')), textOf(value, 'keywords')),
    evidence: isChunk(chunk) ? [{ chunk }] : [],
    file,
    line,
    raw,
  };
}

function textOf(value: JsonRecord, field: string): string {
  return toText(fieldOf(value, field)) ?? '';
}
