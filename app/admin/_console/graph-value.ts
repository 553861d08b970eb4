import { Modality } from '@/lib/model/relation';
import { relationMarks, type RelationMark } from '@/lib/reading/relation-sentence';
import { standingOf } from '@/lib/reading/standing';

/** Reads the graph values of a console row, which carry `$type`; any other value is plain JSON. */

export interface EntityValue {
  readonly id: string;
  readonly name: string;
}

/** Parses a cell as an entity; undefined for anything else. */
export function toEntityValue(value: unknown): EntityValue | undefined {
  if (!isRecord(value) || value['$type'] !== 'node' || !isRecord(value['properties'])) return undefined;
  const labels = value['labels'];
  const { id, name } = value['properties'];
  if (!Array.isArray(labels) || !labels.includes('Entity') || typeof id !== 'string') return undefined;
  return { id, name: typeof name === 'string' ? name : id };
}

/**
 * Lists the ids of all entities in a cell: nodes, ends of relationships, and those within lists,
 * maps and paths.
 */
export function findEntityIds(value: unknown): readonly string[] {
  const entity = toEntityValue(value);
  if (entity) return [entity.id];
  if (Array.isArray(value)) return value.flatMap(findEntityIds);
  if (!isRecord(value)) return [];
  if (value['$type'] === 'relationship') return findEnds(value);
  return Object.values(value).flatMap(findEntityIds);
}

export interface RelationValue {
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly about: string | undefined;
  readonly since: string | undefined;
  readonly marks: readonly RelationMark[];
}

/**
 * Parses a cell as a relation (a relationship with the ids of both its ends); undefined for
 * anything else.
 */
export function toRelationValue(value: unknown): RelationValue | undefined {
  if (!isRecord(value) || value['$type'] !== 'relationship' || !isRecord(value['properties']))
    return undefined;
  const { type, start, end } = value;
  if (typeof type !== 'string' || typeof start !== 'string' || typeof end !== 'string') return undefined;
  const { about, start: since } = value['properties'];
  return {
    type,
    start,
    end,
    about: toText(about),
    since: toText(since),
    marks: toMarks(value['properties']),
  };
}

/** A relationship without a modality and the numbers of its evidence is none of ours, and nothing is known of it. */
function toMarks({
  modality,
  contested,
  supports,
  coMentionsOnly,
}: Readonly<Record<string, unknown>>): readonly RelationMark[] {
  const known = Modality.safeParse(modality);
  const standing = standingOf({
    contested: contested === true,
    denied: supports === 0,
    speakers: [],
    coMentionsOnly: coMentionsOnly === true,
  });
  return relationMarks(standing, known.success ? known.data : 'actual');
}

/** Writes a cell as the one line that a table shows of it. */
export function toCellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Ends that are not entities (a passage, a document) are refused by the store when it looks the ids up, so both are given. */
function findEnds({ start, end }: Readonly<Record<string, unknown>>): readonly string[] {
  return [start, end].filter((id) => typeof id === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
