/** Questions about entities. Data relations always stand between two entities: structural relationships may share a name with a type. */

export const ENTITY_COUNTS = `MATCH (e:Entity {id: $id}) OPTIONAL MATCH (e)-[r]-(:Entity)
RETURN count(r) AS relations, sum(CASE WHEN r.supports > 0 THEN 1 ELSE 0 END) AS degree`;

export const RELATION_IDS_OF_ENTITY = `MATCH (:Entity {id: $id})-[r]-(:Entity) RETURN DISTINCT r.id AS id`;

export const RELATIONS_OF_ENTITY = `MATCH (e:Entity {id: $id})-[r]-(n:Entity)
WITH r, n ORDER BY r.evidence DESC, coalesce(r.start, '') DESC, r.id LIMIT $limit
RETURN properties(r) AS relation, type(r) AS type, startNode(r).id AS subject, endNode(r).id AS object`;

export const IDS_BY_NAME = `UNWIND $cells AS cell MATCH (e:Entity {name: cell}) RETURN cell AS cell, e.id AS id`;

export const IDS_BY_NFC_NAME = `UNWIND $cells AS cell MATCH (e:Entity {nameNfc: cell}) RETURN cell AS cell, e.id AS id`;
