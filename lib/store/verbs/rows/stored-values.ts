/** Entities, types and relations as they stand in the store, parsed from what an engine answers. */
import { Entity } from '@/lib/model/entity';
import { EntityId, RelationId } from '@/lib/model/ids';
import type { Relation } from '@/lib/model/relation';
import { RelationType, RelationTypeName } from '@/lib/model/relation-type';

import type { Row } from '../../engine';

/** Where a relation stands: what finds it without an index of its own. */
export type RelationPlace = Pick<Relation, 'id' | 'type' | 'subject' | 'object'>;

/** Parses the properties of a stored entity. */
export function toEntity(properties: Row): Entity {
  return Entity.parse({ aliases: [], ...properties });
}

/** Parses the properties of a stored relation type. */
export function toRelationType(properties: Readonly<Record<string, unknown>>): RelationType {
  return RelationType.parse({ plover: null, cameo: null, ...properties });
}

/**
 * Parses where a relation stands.
 * @param row - a row with the columns `id`, `type`, `subject` and `object`
 */
export function toRelationPlace(row: Row): RelationPlace {
  return {
    id: RelationId.parse(row['id']),
    type: RelationTypeName.parse(row['type']),
    subject: EntityId.parse(row['subject']),
    object: EntityId.parse(row['object']),
  };
}
