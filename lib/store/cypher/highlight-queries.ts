/** The questions behind highlights. A pair is unordered: the lesser id comes first. */

const PAIR = `CASE WHEN a.id <= b.id THEN a.id ELSE b.id END AS one, CASE WHEN a.id <= b.id THEN b.id ELSE a.id END AS other`;

/** Pairs with the most evidence, that of relations that are only denied included: what reading the pair shows. */
export const BUSIEST_PAIRS = `MATCH (a:Entity)-[r]->(b:Entity)
WITH ${PAIR}, r.evidence AS evidence
WITH one, other, sum(evidence) AS evidence
ORDER BY evidence DESC, one, other LIMIT $limit
RETURN one, other, evidence`;

export const CONTESTED_PAIRS = `MATCH (a:Entity)-[r]->(b:Entity) WHERE r.contested = true
WITH ${PAIR}, r.evidence AS evidence
WITH one, other, count(*) AS contested, sum(evidence) AS evidence
ORDER BY contested DESC, evidence DESC, one, other LIMIT $limit
RETURN one, other, contested`;
