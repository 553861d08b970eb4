/** Questions about entities. Data relations always stand between two entities: structural relationships may share a name with a type. */
import type { RelationPattern } from './relation-pattern';

/** An entity's relations that pass, by type, from it to others and to itself; `denied` counts those that are only denied. */
export const relationsFromEntity = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity {id: $id})-[r${types}]->(n:Entity) WHERE ${where('e', 'n')}
RETURN type(r) AS type, r.class AS class, count(r) AS relations, sum(CASE WHEN r.supports > 0 THEN 0 ELSE 1 END) AS denied`;

/** The same from others to it. */
export const relationsToEntity = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity {id: $id})<-[r${types}]-(n:Entity) WHERE n.id <> $id AND ${where('e', 'n')}
RETURN type(r) AS type, r.class AS class, count(r) AS relations, sum(CASE WHEN r.supports > 0 THEN 0 ELSE 1 END) AS denied`;

export const neighbourCount = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity {id: $id})-[r${types}]-(n:Entity) WHERE n.id <> $id AND ${where('e', 'n')}
RETURN count(DISTINCT n.id) AS n`;

export const RELATION_COUNT_OF_ENTITY = `MATCH (e:Entity {id: $id})-[r]-(n:Entity) RETURN count(r) AS n`;

export const relationIdsOfEntity = ({ types, where }: RelationPattern) =>
  `MATCH (e:Entity {id: $id})-[r${types}]-(n:Entity) WHERE ${where('e', 'n')} RETURN DISTINCT r.id AS id`;

export const relationsOfEntity = ({
  types,
  where,
}: RelationPattern) => `MATCH (e:Entity {id: $id})-[r${types}]-(n:Entity) WHERE ${where('e', 'n')}
WITH r, n ORDER BY r.evidence DESC, coalesce(r.start, '') DESC, r.id LIMIT $limit
RETURN properties(r) AS relation, type(r) AS type, startNode(r).id AS subject, endNode(r).id AS object`;

export const IDS_BY_NAME = `UNWIND $cells AS cell MATCH (e:Entity {name: cell}) RETURN cell AS cell, e.id AS id`;

export const IDS_BY_NFC_NAME = `UNWIND $cells AS cell MATCH (e:Entity {nameNfc: cell}) RETURN cell AS cell, e.id AS id`;
