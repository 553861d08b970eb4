/** What refers from an object of MISP to something else, said by its event. */
import type { ExtractedChunk, ExtractedDocument, ExtractedRelation } from '../../extracted/extracted-graph';
import { isRecord, toShown, type JsonRecord } from '../../json/json-value';
import type { Tally } from '../../rows/tally';
import type { Piece } from '../../source';
import { textOf, type MispEvent, type MispPart } from './events';

export interface MispReference {
  /** Its ends are UUIDs. */
  readonly relation: ExtractedRelation;
  /** Why the one refers to the other, in words. */
  readonly chunk: ExtractedChunk | undefined;
  /** Returns a row that cannot be used, with the reason. */
  readonly refuse: (column: string, reason: string) => Piece;
}

interface Place {
  readonly part: MispPart;
  readonly event: MispEvent;
  readonly file: string;
  /** Where members that are not read are counted. */
  readonly unread: Tally;
}

const READ = new Set(
  ['uuid', 'object_uuid', 'referenced_uuid', 'relationship_type', 'comment', 'deleted'].concat(
    ['id', 'timestamp', 'object_id', 'event_id', 'source_uuid', 'referenced_id', 'referenced_type'],
    ['Object', 'Attribute'],
  ),
);

/** @param reference - what an object has in its list of references */
export function toReference(reference: JsonRecord, { part, event, file, unread }: Place): MispReference {
  for (const name of Object.keys(reference)) if (!READ.has(name)) unread.add(name);
  const place = { file, line: part.line, raw: toShown(reference) };
  const source = textOf(reference, 'object_uuid') ?? textOf(part.value, 'uuid') ?? '';
  const target = textOf(reference, 'referenced_uuid') ?? '';
  const type = textOf(reference, 'relationship_type')?.replaceAll('-', ' ');
  const text = textOf(reference, 'comment');
  const document = toDocument(event);
  const key = textOf(reference, 'uuid') ?? place.raw;
  const chunk = text === undefined ? undefined : { key, text, documents: [document], file, line: part.line };
  return {
    relation: {
      ...place,
      ...{ source, target, type, isDirected: true },
      evidence: chunk === undefined ? [] : [{ chunk: key }],
      documents: [document],
    },
    chunk,
    refuse: (column, reason) => {
      const cells = new Map([['subject', source] as const, ['relation', type ?? ''], ['object', target]]);
      return { kind: 'row', row: { ...place, cells, problem: { column, reason } } };
    },
  };
}

function toDocument({ members }: MispEvent): ExtractedDocument {
  const own = Object.fromEntries(members);
  const key = textOf(own, 'uuid') ?? textOf(own, 'id') ?? '';
  const creator = members.get('Orgc');
  return {
    key,
    title: textOf(own, 'info') ?? `Event ${key}`,
    published: textOf(own, 'date'),
    publisher: isRecord(creator) ? textOf(creator, 'name') : undefined,
  };
}
