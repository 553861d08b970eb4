/**
 * The questions behind a slice. Entities are looked up in a part of their own: in one part with their relations, a graph that has hardly any
 * relations is read whole for each id, which took 6 s for 2,000 of 10,000 entities. `filter` is a text of `sliceFilter`: a pattern of types and a condition on `r`, parameters inside.
 */

export interface SliceFilter {
  /** What stands in `-[r…]-`: nothing, or `:A|B` of accepted type names. */
  readonly types: string;
  readonly condition: string;
}

/** Entities with most evidence in relations that pass; the sum counts each relation once for either end. */
export const mostEvidence = ({
  types,
  condition,
}: SliceFilter) => `MATCH (e:Entity)-[r${types}]-(:Entity) WHERE ${condition}
WITH e, sum(r.evidence) AS evidence ORDER BY evidence DESC, e.id LIMIT $limit
RETURN e.id AS id`;

export const ISOLATED_ENTITIES = `MATCH (e:Entity) WHERE NOT (e)--(:Entity) WITH e ORDER BY e.id LIMIT $limit RETURN e.id AS id`;

export const ENTITY_COUNT = `MATCH (e:Entity) RETURN count(e) AS n`;

export const matchingEntityCount = ({
  types,
  condition,
}: SliceFilter) => `MATCH (e:Entity)-[r${types}]-(:Entity) WHERE ${condition}
RETURN count(DISTINCT e.id) AS n`;

export const matchingRelationCount = ({
  types,
  condition,
}: SliceFilter) => `MATCH (:Entity)-[r${types}]->(:Entity) WHERE ${condition}
RETURN count(r) AS n`;

/** The best neighbours of each entity of a list: no more than `$perEntity` of each, so that no hub floods the next step. */
export const bestNeighbours = ({
  types,
  condition,
}: SliceFilter) => `UNWIND $ids AS id MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[r${types}]-(n:Entity) WHERE ${condition}
  WITH n, sum(r.evidence) AS evidence, max(coalesce(r.start, '')) AS last
  ORDER BY evidence DESC, last DESC, n.id LIMIT $perEntity
  RETURN n.id AS neighbour, evidence, last
}
RETURN neighbour, evidence, last`;

export const neighbourIds = ({
  types,
  condition,
}: SliceFilter) => `UNWIND $ids AS id MATCH (e:Entity {id: id}) WITH e
MATCH (e)-[r${types}]-(n:Entity) WHERE ${condition}
WITH DISTINCT n.id AS id ORDER BY id LIMIT $limit
RETURN id`;

export const relationsAmong = ({
  types,
  condition,
}: SliceFilter) => `UNWIND $ids AS id MATCH (a:Entity {id: id}) WITH a
MATCH (a)-[r${types}]->(b:Entity) WHERE b.id IN $ids AND ${condition}
WITH a, r, b ORDER BY r.evidence DESC, r.id LIMIT $limit
RETURN r.id AS id, type(r) AS type, r.class AS class, a.id AS subject, b.id AS object, r.start AS start,
  r.evidence AS evidence, r.documents AS documents, r.contested AS contested, r.modality AS modality`;

export const relationCountAmong = ({
  types,
  condition,
}: SliceFilter) => `UNWIND $ids AS id MATCH (a:Entity {id: id}) WITH a
MATCH (a)-[r${types}]->(b:Entity) WHERE b.id IN $ids AND ${condition}
RETURN count(r) AS n`;

/** `degree` counts every relation of an entity that is not only denied, whatever the slice's filters. */
export const SLICE_ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name, e.kind AS kind, COUNT { (e)-[r]-(:Entity) WHERE r.supports > 0 } AS degree`;
