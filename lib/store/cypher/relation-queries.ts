/** Questions about relations, their evidence and what it cites. Ids always come as a list: an index is not used for a key that stands in a matched row. */
import type { RelationPattern } from './relation-pattern';

/** Where relations stand, by their ids: evidence repeats it, so that a relation needs no index of its own. */
export const RELATION_PLACES = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})
RETURN DISTINCT v.relation AS id, v.type AS type, v.subject AS subject, v.object AS object`;

/** Relations from one entity to another that pass. */
export const relationsBetween = ({
  types,
  where,
}: RelationPattern) => `MATCH (a:Entity {id: $from})-[r${types}]->(b:Entity {id: $to}) WHERE ${where('a', 'b')}
RETURN properties(r) AS relation, type(r) AS type`;

/** All relations from one entity to another, counted. */
export const AMOUNT_BETWEEN = `MATCH (a:Entity {id: $from})-[r]->(b:Entity {id: $to})
RETURN count(r) AS relations, sum(r.evidence) AS evidence`;

/** Takes rows of a subject, an object and the ids of relations between them. */
export const RELATIONS_OF_PAIRS = `UNWIND $rows AS x MATCH (a:Entity {id: x[0]})-[r]->(b:Entity {id: x[1]}) WHERE r.id IN x[2]
RETURN properties(r) AS relation, type(r) AS type, a.id AS subject, b.id AS object`;

/** A list, not `OPTIONAL MATCH`: for that the embedded engine reads every citation of the graph. */
export const EVIDENCE_OF_RELATIONS = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})
RETURN properties(v) AS evidence, head([(v)-[:CITES]->(p:Passage) | p.id]) AS passage`;

/** To whom all evidence of one stance is attributed; rows only where it is all attributed to somebody. */
export const ONLY_SPEAKERS = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})
WITH v.relation AS relation, v.stance AS stance, count(v) AS pieces, count(v.attributedTo) AS attributed, collect(DISTINCT v.attributedTo) AS speakers
WHERE attributed = pieces
RETURN relation, stance, speakers`;

export const ENTITIES = `UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e) AS entity`;

export const RELATION_TYPES = `MATCH (t:RelationType) RETURN properties(t) AS type`;
