/** Graphs of sift-kg: nodes, and links that quote the sentence of the document which says them. */
import path from 'node:path';

import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedChunk, ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { openExtracted, type HeldGraph } from '../../extracted/open-extracted';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { peekJson } from '../../json/peek-json';
import { openJson, toBrokenPiece, type JsonRecordRead } from '../../json/read-json';
import type { Tally } from '../../rows/tally';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';

export const siftKg: Format = {
  name: 'sift-kg',
  title: 'a graph of sift-kg',
  recognises: recognisedBy('its links have relation types and evidence', (sample) =>
    linksOf(sample).some(isLink),
  ),
  open: async ({ path: file, name }, options) => {
    const dataset = path.basename(name, path.extname(name));
    const read = (unread: Tally): Promise<HeldGraph> => readGraph(file, unread, options.meter);
    return await Promise.resolve(openExtracted({ dataset, files: [file], read }, options));
  },
};

const READ = [
  'id',
  'name',
  'entity_type',
  'source',
  'target',
  'relation_type',
  'evidence',
  'confidence',
].concat(['source_document', 'source_documents']);
/** What joins an entity and a document. */
const MENTION = 'MENTIONED_IN';

function linksOf(sample: FileSample): readonly JsonRecord[] {
  return (peekJson(sample)?.members.get('links') ?? []).filter(isRecord);
}

function isLink(value: JsonRecord): boolean {
  return ['relation_type', 'evidence', 'source', 'target'].every((name) => Object.hasOwn(value, name));
}

async function readGraph(file: string, unread: Tally, meter: Meter): Promise<HeldGraph> {
  const entities: ExtractedEntity[] = [];
  const relations: ExtractedRelation[] = [];
  const chunks = new Map<string, ExtractedChunk>();
  const rejects: Piece[] = [];

  function take(record: JsonRecordRead): void {
    const { key, line } = record;
    if (record.problem !== undefined) rejects.push(toBrokenPiece(file, record, record.problem));
    else if (isRecord(record.value) && (key === 'nodes' || key === 'links')) {
      const { value } = record;
      const place = { file, line, raw: toShown(value) };
      if (key === 'nodes') entities.push({ ...toEntity(value), ...place });
      else if (textOf(value, 'relation_type') !== MENTION) {
        const chunk = toChunk(value, place);
        if (chunk !== undefined) chunks.set(chunk.key, chunk);
        relations.push({ ...toRelation(value, chunk), ...place });
      }
      for (const name of Object.keys(value)) if (!READ.includes(name)) unread.add(name);
    }
  }

  const json = await openJson(file, 'members');
  for await (const records of json.records(meter)) records.forEach(take);
  return {
    entities: entities.filter(({ kinds }) => !isDocument(kinds)),
    relations,
    chunks: [...chunks.values()],
    rejects,
  };
}

/** Documents are nodes as well. */
function isDocument(kinds: readonly string[]): boolean {
  return kinds.includes('DOCUMENT');
}

function toEntity(value: JsonRecord): Omit<ExtractedEntity, 'file' | 'line' | 'raw'> {
  const id = textOf(value, 'id');
  return { key: id, name: textOf(value, 'name') || id, kinds: [textOf(value, 'entity_type')], chunks: [] };
}

/** The sentence that says it is the passage. */
function toChunk(
  value: JsonRecord,
  { file, line }: { file: string; line: number },
): ExtractedChunk | undefined {
  const text = textOf(value, 'evidence');
  if (text === '') return undefined;
  const document = textOf(value, 'source_document');
  const documents = document === '' ? [] : [{ key: document, title: document }];
  return { key: `${document}\u001f${text}`, text, documents, file, line };
}

function toRelation(
  value: JsonRecord,
  chunk: ExtractedChunk | undefined,
): Omit<ExtractedRelation, 'file' | 'line' | 'raw'> {
  return {
    source: textOf(value, 'source'),
    target: textOf(value, 'target'),
    type: textOf(value, 'relation_type'),
    isDirected: true,
    evidence: chunk === undefined ? [] : [{ chunk: chunk.key, quote: chunk.text }],
    cells: toConfidence(fieldOf(value, 'confidence')),
  };
}

/** A share from 0 to 1, as a percentage. */
function toConfidence(value: unknown): ReadonlyMap<string, string> {
  const share = typeof value === 'number' && value >= 0 && value <= 1 ? Math.round(value * 100) : undefined;
  return new Map(share === undefined ? [] : [['confidence', String(share)]]);
}

function textOf(value: JsonRecord, name: string): string {
  return toText(fieldOf(value, name)) ?? '';
}
