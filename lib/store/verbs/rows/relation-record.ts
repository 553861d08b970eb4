import type { RelationBrief } from '@/lib/model/entity-detail';
import { EntityId, RelationId } from '@/lib/model/ids';
import { Modality } from '@/lib/model/relation';
import type { RelationType } from '@/lib/model/relation-type';
import { RelationClass, RelationTypeName } from '@/lib/model/relation-type';
import { When } from '@/lib/model/when';
import type { Entity } from '@/lib/model/entity';

import { RELATION_TYPES, RELATIONS_OF_PAIRS } from '../../cypher/relation-queries';
import type { Engine, Row } from '../../engine';
import { groupBy } from './group-by';
import { mapOf, numberOf, optionalTextOf } from './row-values';
import { toRelationType, type RelationPlace } from './stored-values';

/** A relation as it is stored, with the ids of its ends. */
export type RelationRecord = Pick<
  RelationBrief,
  | 'id'
  | 'type'
  | 'class'
  | 'about'
  | 'when'
  | 'place'
  | 'modality'
  | 'evidence'
  | 'documents'
  | 'contested'
  | 'denied'
  | 'coMentionsOnly'
> & { readonly subject: EntityId; readonly object: EntityId };

/** A relation of which it is not known yet who says it; `addSpeakers` tells. */
export type SpeechlessBrief = Omit<RelationBrief, 'speakers'>;

/**
 * Parses a relation.
 * @param row - a row with the columns `relation` (its properties), `type`, `subject` and `object`
 */
export function toRelationRecord(row: Row): RelationRecord {
  const properties = mapOf(row, 'relation');
  return {
    id: RelationId.parse(properties['id']),
    type: RelationTypeName.parse(row['type']),
    class: RelationClass.parse(properties['class']),
    subject: EntityId.parse(row['subject']),
    object: EntityId.parse(row['object']),
    about: optionalTextOf(properties, 'about') ?? null,
    when: properties['start'] === undefined ? null : When.parse(properties),
    place: optionalTextOf(properties, 'place') ?? null,
    modality: Modality.parse(properties['modality']),
    evidence: numberOf(properties, 'evidence'),
    documents: numberOf(properties, 'documents'),
    contested: properties['contested'] === true,
    denied: numberOf(properties, 'supports') === 0,
    coMentionsOnly: properties['coMentionsOnly'] === true,
  };
}

/** The relations at the places given, in no order. */
export async function readRelations(
  engine: Engine,
  places: readonly RelationPlace[],
): Promise<readonly RelationRecord[]> {
  const pairs = groupBy(places, ({ subject, object }) => `${subject} ${object}`);
  const rows = [...pairs.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [[first.subject, first.object, group.map(({ id }) => id)]];
  });
  if (rows.length === 0) return [];
  return (await engine.read(RELATIONS_OF_PAIRS, { rows })).map(toRelationRecord);
}

/** The vocabulary of the store, by type name. */
export async function readTypes(engine: Engine): Promise<ReadonlyMap<string, RelationType>> {
  const rows = await engine.read(RELATION_TYPES);
  const types = rows.map((row) => toRelationType(mapOf(row, 'type')));
  return new Map(types.map((type) => [type.type, type]));
}

/**
 * Collects what a sentence needs of a relation, apart from its speakers.
 * @param record - the relation
 * @param types - the vocabulary, by name
 * @param entities - the entities, by id
 * @returns undefined when one of its ends is not among the entities
 */
export function toRelationBrief(
  record: RelationRecord,
  types: ReadonlyMap<string, RelationType>,
  entities: ReadonlyMap<string, Entity>,
): SpeechlessBrief | undefined {
  const subject = entities.get(record.subject);
  const object = entities.get(record.object);
  if (subject === undefined || object === undefined) return undefined;
  const type = types.get(record.type);
  return {
    ...record,
    label: type?.label ?? toWords(record.type),
    inverse: type?.inverse ?? toWords(record.type),
    subject: toParty(subject),
    object: toParty(object),
  };
}

/** Splits a type name into words, for a type without a label. */
export function toWords(type: string): string {
  return type.toLowerCase().replaceAll('_', ' ');
}

function toParty({ id, name, kind }: Entity) {
  return { id, name, kind };
}
