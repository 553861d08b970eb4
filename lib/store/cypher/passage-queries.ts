/** Questions about documents and passages. */

export const PASSAGES = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[:PART_OF]->(d:Document)
RETURN p.id AS id, p.index AS index, p.text AS text, d.id AS document`;

export const MENTIONS_IN_PASSAGES = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[m:MENTIONS]->(e:Entity)
RETURN p.id AS passage, e.id AS entity, m.start AS start, m.end AS end`;

export const MENTIONS_OF_ENTITIES = `UNWIND $ids AS id MATCH (p:Passage {id: id})-[m:MENTIONS]->(e:Entity) WHERE e.id IN $entities
RETURN p.id AS passage, e.id AS entity, m.start AS start, m.end AS end`;

/** The pattern begins at the passage: the embedded engine begins where the text does, and from the evidence it would pass over all there is for each id. */
export const EVIDENCE_IN_PASSAGES = `UNWIND $ids AS id MATCH (p:Passage {id: id})<-[:CITES]-(v:Evidence)
RETURN p.id AS passage, properties(v) AS evidence`;

export const EVIDENCE_OF_DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id})<-[:CITES]-(v:Evidence)
RETURN properties(v) AS evidence`;

export const DOCUMENTS = `UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN properties(d) AS document`;

export const MENTIONING_COUNT = `MATCH (:Entity {id: $id})<-[:MENTIONS]-(p:Passage) RETURN count(DISTINCT p.id) AS n`;

/** Passages that are evidence of relations and do not mention an entity. With `NOT EXISTS` the embedded engine reads every mention of the graph. */
export const CITED_ONLY_COUNT = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})-[:CITES]->(p:Passage)
WITH DISTINCT p WITH p, [(p)-[:MENTIONS]->(e:Entity) | e.id] AS named WHERE NOT $id IN named RETURN count(p) AS n`;

/** What orders the passages that mention an entity. */
export const PASSAGES_MENTIONING = `MATCH (e:Entity {id: $id})<-[:MENTIONS]-(p:Passage)-[:PART_OF]->(d:Document)
RETURN DISTINCT p.id AS id, p.index AS index, d.id AS document, d.published AS published`;

/** What orders the passages that are evidence of relations, by pieces of some grades; evidence that cites is exact where nothing else is stored. */
export const PASSAGES_CITED = `UNWIND $ids AS id MATCH (v:Evidence {relation: id})-[:CITES]->(p:Passage)-[:PART_OF]->(d:Document)
WHERE coalesce(v.grade, 'exact') IN $grades
RETURN DISTINCT p.id AS id, p.index AS index, d.id AS document, d.published AS published`;

export const PASSAGES_OF_DOCUMENT = `MATCH (d:Document {id: $id})<-[:PART_OF]-(p:Passage)
RETURN p.id AS id, p.index AS index, p.text AS text, d.id AS document`;

export const DOCUMENT_COUNT = `MATCH (d:Document) RETURN count(d) AS n`;

/** Documents that most relations rest on. */
export const MOST_CITED_DOCUMENTS = `MATCH (d:Document)<-[:PART_OF*0..1]-(cited)<-[:CITES]-(v:Evidence)
WITH d, count(DISTINCT v.relation) AS n ORDER BY n DESC, d.id LIMIT $limit
RETURN properties(d) AS document, n`;

export const SOME_DOCUMENTS = `MATCH (d:Document) WITH d ORDER BY d.id LIMIT $limit RETURN properties(d) AS document, 0 AS n`;

export const ALL_DOCUMENTS = `MATCH (d:Document) RETURN properties(d) AS document`;

export const PASSAGES_PER_DOCUMENT = `MATCH (p:Passage)-[:PART_OF]->(d:Document) RETURN d.id AS id, count(p) AS n`;

/** Evidence cites a passage of a document, or the document itself where its passage is not known. */
export const RELATIONS_PER_DOCUMENT = `MATCH (d:Document)<-[:PART_OF*0..1]-(cited)<-[:CITES]-(v:Evidence)
RETURN d.id AS id, count(DISTINCT v.relation) AS n`;
