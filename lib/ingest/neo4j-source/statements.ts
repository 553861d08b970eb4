/** All that a source is ever asked. Each of them reads. */

/** No vector leaves the database: properties called so, and lists of numbers, are left where they are. */
const isVector = (key: string, value: string): string =>
  `(toLower(${key}) CONTAINS 'embedding' OR valueType(${value}) STARTS WITH 'LIST<INTEGER' OR valueType(${value}) STARTS WITH 'LIST<FLOAT' OR valueType(${value}) STARTS WITH 'VECTOR')`;

const readable = (item: string): string =>
  `[key IN keys(${item}) WHERE NOT ${isVector('key', `${item}[key]`)} | [key, ${item}[key]]]`;
const vectors = (item: string): string => `[key IN keys(${item}) WHERE ${isVector('key', `${item}[key]`)}]`;

const NODE = 'UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id';
const RELATIONSHIP = 'UNWIND $ids AS id MATCH (a)-[r]->(b) WHERE elementId(r) = id';

export const NODE_IDS = 'MATCH (n) RETURN elementId(n) AS id';
export const RELATIONSHIP_IDS = 'MATCH ()-[r]->() RETURN elementId(r) AS id';

export const NODE_SHAPES = `${NODE} RETURN labels(n) AS labels, keys(n) AS keys, count(*) AS count`;
export const RELATIONSHIP_SHAPES = `${RELATIONSHIP}
RETURN type(r) AS type, keys(r) AS keys, labels(a) AS from, labels(b) AS to, count(*) AS count`;

export const NODES = `${NODE}
RETURN id, labels(n) AS labels, ${readable('n')} AS properties, ${vectors('n')} AS vectors`;
export const RELATIONSHIPS = `${RELATIONSHIP}
RETURN id, type(r) AS type, elementId(a) AS source, elementId(b) AS target, ${readable('r')} AS properties, ${vectors('r')} AS vectors`;

/** Of some nodes: how long their texts are, and how many different ones there are. */
export const TEXT_LENGTHS = `${NODE}
UNWIND labels(n) AS label UNWIND keys(n) AS key
WITH label, key, n[key] AS value WHERE valueType(value) STARTS WITH 'STRING'
RETURN label, key, avg(size(value)) AS length, count(*) AS count, count(DISTINCT value) AS different`;

export const TEXTS = `${NODE}
RETURN id, head([key IN $keys WHERE valueType(n[key]) STARTS WITH 'STRING' AND trim(n[key]) <> '' | n[key]]) AS text`;
