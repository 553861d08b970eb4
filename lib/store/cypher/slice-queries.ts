/**
 * The questions behind a slice. Entities are looked up in a part of their own: in one part with their relations, a graph that has hardly
 * any relations is read whole for each id, which took 6 s for 2,000 of 10,000 entities.
 */
import type { RelationPattern } from './relation-pattern';

/** Entities with the most evidence in relations that pass; the sum counts each relation once for either end. */
export const mostEvidence = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')}
WITH e, sum(r.evidence) AS evidence ORDER BY evidence DESC, e.id LIMIT $limit
RETURN e.id AS id`;

/** Entities without a relation that passes. */
export const unrelatedEntities = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity) WHERE NOT EXISTS { MATCH (e)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')} }
WITH e ORDER BY e.id LIMIT $limit RETURN e.id AS id`;

/** The same, of the kinds that are asked for. */
export const unrelatedEntitiesOfKinds = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity) WHERE e.kind IN $kinds AND NOT EXISTS { MATCH (e)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')} }
WITH e ORDER BY e.id LIMIT $limit RETURN e.id AS id`;

export const ENTITY_COUNT = `MATCH (e:Entity) RETURN count(e) AS n`;

export const ENTITY_COUNT_OF_KINDS = `MATCH (e:Entity) WHERE e.kind IN $kinds RETURN count(e) AS n`;

export const matchingEntityCount = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')}
RETURN count(DISTINCT e.id) AS n`;

export const matchingRelationCount = ({
  types,
  where,
}: RelationPattern) => `MATCH (a:Entity)-[r${types}]->(b:Entity) WHERE ${where('a', 'b')}
RETURN count(r) AS n`;

/** The best neighbours of each entity of a list: no more than `$perEntity` of each, so that no hub floods the next step. */
export const bestNeighbours = ({
  types,
  where,
}: RelationPattern) => `UNWIND $ids AS id MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')}
  WITH n, sum(r.evidence) AS evidence, max(coalesce(r.start, '')) AS last
  ORDER BY evidence DESC, last DESC, n.id LIMIT $perEntity
  RETURN n.id AS neighbour, evidence, last
}
RETURN e.id AS origin, neighbour, evidence, last`;

export const neighbourIds = ({
  types,
  where,
}: RelationPattern) => `UNWIND $ids AS id MATCH (e:Entity {id: id}) WITH e
MATCH (e)-[r${types}]-(n:Entity) WHERE ${where('e', 'n')}
WITH DISTINCT n.id AS id ORDER BY id LIMIT $limit
RETURN id`;

const RELATION_COLUMNS = `r.id AS id, type(r) AS type, r.class AS class, r.start AS start, r.evidence AS evidence,
  r.documents AS documents, r.contested AS contested, r.modality AS modality, r.coMentionsOnly AS coMentionsOnly`;

export const relationsAmong = ({
  types,
  where,
}: RelationPattern) => `UNWIND $ids AS id MATCH (a:Entity {id: id}) WITH a
MATCH (a)-[r${types}]->(b:Entity) WHERE b.id IN $ids AND ${where('a', 'b')}
WITH a, r, b ORDER BY r.evidence DESC, r.id LIMIT $limit
RETURN a.id AS subject, b.id AS object, ${RELATION_COLUMNS}`;

/** The relations of the seeds with entities of a list, either direction. */
export const relationsOfSeeds = ({
  types,
  where,
}: RelationPattern) => `UNWIND $seeds AS id MATCH (e:Entity {id: id}) WITH e
MATCH (e)-[r${types}]-(n:Entity) WHERE n.id IN $ids AND ${where('e', 'n')}
WITH DISTINCT r ORDER BY r.evidence DESC, r.id LIMIT $limit
RETURN startNode(r).id AS subject, endNode(r).id AS object, ${RELATION_COLUMNS}`;

/**
 * Finds the relation with the most evidence of each pair of entities. Takes rows of an entity and
 * the entities that were reached from it.
 * @returns the text of the statement
 */
export const bestRelations = ({
  types,
  where,
}: RelationPattern) => `UNWIND $rows AS x MATCH (e:Entity {id: x[0]})-[r${types}]-(n:Entity) WHERE n.id IN x[1] AND ${where('e', 'n')}
WITH e, n, r ORDER BY r.evidence DESC, r.id
WITH e, n, collect(r) AS relations
WITH relations[0] AS r
RETURN startNode(r).id AS subject, endNode(r).id AS object, ${RELATION_COLUMNS}`;

export const relationCountAmong = ({
  types,
  where,
}: RelationPattern) => `UNWIND $ids AS id MATCH (a:Entity {id: id}) WITH a
MATCH (a)-[r${types}]->(b:Entity) WHERE b.id IN $ids AND ${where('a', 'b')}
RETURN count(r) AS n`;

/** `degree` counts an entity's neighbours and `relations` its relations that are not only denied, whatever the slice's filters. */
export const SLICE_ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[r]-(n:Entity) WHERE r.supports > 0
  WITH e, n, count(r) AS relations
  RETURN sum(relations) AS relations, sum(CASE WHEN n.id = e.id THEN 0 ELSE 1 END) AS degree
}
RETURN e.id AS id, e.name AS name, e.kind AS kind, coalesce(degree, 0) AS degree, coalesce(relations, 0) AS relations`;
