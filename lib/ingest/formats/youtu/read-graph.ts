import type { Meter } from '../../bytes/meter';
import type { ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import type { HeldGraph } from '../../extracted/open-extracted';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { openJson, toBrokenPiece, type JsonLayout, type JsonRecordRead } from '../../json/read-json';
import { toTexts } from '../../json/to-attributes';
import type { Tally } from '../../rows/tally';
import type { Piece } from '../../source';

const READ = ['name', 'description', 'schema_type', 'chunk id'];
const NO_ENDS = 'it has no start_node and end_node with properties';

/** Whether a value is a relationship with both ends written out. */
export function isTriple(value: JsonRecord): boolean {
  const ends = [fieldOf(value, 'start_node'), fieldOf(value, 'end_node')];
  return (
    Object.hasOwn(value, 'relation') &&
    ends.every((end) => isRecord(end) && isRecord(fieldOf(end, 'properties')))
  );
}

function toTriple(record: JsonRecordRead): JsonRecord | undefined {
  const value = record.problem === undefined && isRecord(record.value) ? record.value : undefined;
  return value !== undefined && isTriple(value) ? value : undefined;
}

interface End {
  readonly label: string;
  readonly name: string;
  readonly properties: JsonRecord;
  readonly chunks: readonly string[];
}

/** Reads entities, with their attributes in words, and relations; keywords and communities are counted. */
export async function readGraph(
  { file, layout }: { readonly file: string; readonly layout: JsonLayout },
  unread: Tally,
  meter: Meter,
): Promise<Omit<HeldGraph, 'chunks'>> {
  const entities: ExtractedEntity[] = [];
  const relations: ExtractedRelation[] = [];
  const attributes = new Map<string, string[]>();
  const rejects: Piece[] = [];

  function take(record: JsonRecordRead): void {
    const value = toTriple(record);
    if (value === undefined) {
      rejects.push(toBrokenPiece(file, record, record.problem ?? NO_ENDS));
      return;
    }
    const place = { file, line: record.line, raw: toShown(value) };
    const [start, end] = [toEnd(fieldOf(value, 'start_node')), toEnd(fieldOf(value, 'end_node'))];
    const named = [start, end].filter(({ label }) => label === 'entity');
    entities.push(...named.map((each) => ({ ...toEntity(each, unread), ...place })));
    const relation = toText(fieldOf(value, 'relation')) ?? '';
    if (named.length === 2) relations.push({ ...toRelation(start, relation, end), ...place });
    else if (start.label === 'entity' && end.label === 'attribute')
      attributes.set(start.name, [...(attributes.get(start.name) ?? []), end.name]);
    else unread.add(relation);
  }

  const json = await openJson(file, layout);
  for await (const records of json.records(meter)) records.forEach(take);
  return { entities: entities.map((entity) => withAttributes(entity, attributes)), relations, rejects };
}

function toEnd(value: unknown): End {
  const properties = isRecord(value) ? fieldOf(value, 'properties') : undefined;
  const own = isRecord(properties) ? properties : {};
  const label = isRecord(value) ? (toText(fieldOf(value, 'label')) ?? '') : '';
  return {
    label,
    name: toText(fieldOf(own, 'name')) ?? '',
    properties: own,
    chunks: toTexts(fieldOf(own, 'chunk id')),
  };
}

function toEntity(
  { name, properties, chunks }: End,
  unread: Tally,
): Omit<ExtractedEntity, 'file' | 'line' | 'raw'> {
  for (const key of Object.keys(properties)) if (!READ.includes(key)) unread.add(key);
  const kinds = [toText(fieldOf(properties, 'schema_type')) ?? ''];
  return { key: name, name, kinds, description: toText(fieldOf(properties, 'description')), chunks };
}

function withAttributes(
  entity: ExtractedEntity,
  attributes: ReadonlyMap<string, readonly string[]>,
): ExtractedEntity {
  const all = [entity.description, ...(attributes.get(entity.key) ?? [])].filter(
    (each) => each !== undefined,
  );
  return all.length === 0 ? entity : { ...entity, description: [...new Set(all)].join('; ') };
}

/** A relation does not name its chunk; both ends name theirs. */
function toRelation(start: End, type: string, end: End): Omit<ExtractedRelation, 'file' | 'line' | 'raw'> {
  const shared = start.chunks.filter((chunk) => end.chunks.includes(chunk));
  const grade = shared.length === 1 ? 'candidate' : 'co-mention';
  const evidence = shared.map((chunk) => ({ chunk, grade }) as const);
  return { source: start.name, target: end.name, type, isDirected: true, evidence };
}
