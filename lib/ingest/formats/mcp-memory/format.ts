/** The memory of an assistant, as the memory server of the Model Context Protocol keeps it: entities with observations, and relations. */
import path from 'node:path';

import type { Meter } from '../../bytes/meter';
import type { FileSample } from '../../bytes/take-sample';
import type { ExtractedEntity, ExtractedRelation } from '../../extracted/extracted-graph';
import { openExtracted, type HeldGraph } from '../../extracted/open-extracted';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { peekJson, recordsOf } from '../../json/peek-json';
import { openJson, toBrokenPiece, type JsonLayout, type JsonRecordRead } from '../../json/read-json';
import { toTexts } from '../../json/to-attributes';
import { recognisedBy } from '../../recognise';
import type { Format, Piece } from '../../source';
import type { Tally } from '../../rows/tally';

export const mcpMemory: Format = {
  name: 'mcp-memory',
  title: 'the memory of an assistant',
  recognises: recognisedBy('its records are entities and relations of a memory server', (sample) =>
    [...recordsOf(peekJson(sample)), ...membersOf(sample)].some(isMemory),
  ),
  open: async (sample, options) => {
    const { path: file, name } = sample;
    const layout = peekJson(sample)?.layout ?? 'lines';
    const dataset = path.basename(name, path.extname(name));
    const read = (unread: Tally): Promise<HeldGraph> => readMemory({ file, layout }, unread, options.meter);
    return await Promise.resolve(openExtracted({ dataset, files: [file], read }, options));
  },
};

const READ = ['type', 'name', 'entityType', 'observations', 'from', 'to', 'relationType'];
const NEITHER = 'it is neither an entity with entityType nor a relation with from, to and relationType';

function membersOf(sample: FileSample): readonly JsonRecord[] {
  const members = peekJson(sample)?.members;
  return ['entities', 'relations'].flatMap((key) => members?.get(key) ?? []).filter(isRecord);
}

function isMemory(value: JsonRecord): boolean {
  return isEntity(value) || isRelation(value);
}

function isEntity(value: JsonRecord): boolean {
  return Object.hasOwn(value, 'entityType') && Array.isArray(fieldOf(value, 'observations'));
}

function isRelation(value: JsonRecord): boolean {
  return ['from', 'to', 'relationType'].every((name) => Object.hasOwn(value, name));
}

async function readMemory(
  { file, layout }: { readonly file: string; readonly layout: JsonLayout },
  unread: Tally,
  meter: Meter,
): Promise<HeldGraph> {
  const entities: ExtractedEntity[] = [];
  const relations: ExtractedRelation[] = [];
  const rejects: Piece[] = [];

  function take(record: JsonRecordRead): void {
    const value = record.problem === undefined && isRecord(record.value) ? record.value : undefined;
    const place = { file, line: record.line, raw: toShown(record.raw) };
    if (value === undefined || !isMemory(value))
      rejects.push(toBrokenPiece(file, record, record.problem ?? NEITHER));
    else if (isEntity(value)) entities.push({ ...toEntity(value), ...place });
    else relations.push({ ...toRelation(value), ...place });
    for (const name of Object.keys(value ?? {})) if (!READ.includes(name)) unread.add(name);
  }

  const json = await openJson(file, layout);
  for await (const records of json.records(meter)) records.forEach(take);
  return { entities, relations, chunks: [], rejects };
}

function toEntity(value: JsonRecord): Omit<ExtractedEntity, 'file' | 'line' | 'raw'> {
  const name = textOf(value, 'name');
  const description = toTexts(fieldOf(value, 'observations')).join('; ');
  return { key: name, name, kinds: [textOf(value, 'entityType')], description, chunks: [] };
}

function toRelation(value: JsonRecord): Omit<ExtractedRelation, 'file' | 'line' | 'raw'> {
  const ends = { source: textOf(value, 'from'), target: textOf(value, 'to') };
  return { ...ends, type: textOf(value, 'relationType'), isDirected: true, evidence: [] };
}

function textOf(value: JsonRecord, name: string): string {
  return toText(fieldOf(value, name)) ?? '';
}
