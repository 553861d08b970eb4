/** Statements that a wall has to stop. */

/** Runs for years, in little memory. */
export const endless = 'UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b RETURN count(*)';

/** Gives rows for hours. */
export const many = 'UNWIND range(1, 1000000000) AS i RETURN i';

export const writes = [
  'CREATE (n)',
  'CREATE (:Entity {id: "x"})-[:X]->(:Entity)',
  'MERGE (n:Entity {id: "x"})',
  'MATCH (n) SET n.x = 1',
  'MATCH (n) SET n:X',
  'MATCH (n) SET n += {x: 1}',
  'MATCH (n) REMOVE n.name',
  'MATCH (n:Entity) REMOVE n:Entity',
  'MATCH (n) DETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  'FOREACH (i IN [1] | CREATE (n))',
  'CALL () { CREATE (n) }',
  'MATCH (n) CALL (n) { SET n.x = 1 }',
  'UNWIND [1, 2] AS i CREATE (n {i: i}) RETURN n',
  'MATCH (n) RETURN n UNION CREATE (n) RETURN n',
  'CALL { CREATE (n) } IN TRANSACTIONS',
  'CREATE INDEX x FOR (n:X) ON (n.x)',
  'CREATE CONSTRAINT x FOR (n:X) REQUIRE n.x IS UNIQUE',
  'DROP INDEX entente_entity_text',
  'DROP CONSTRAINT entente_entity_id',
  'CALL db.createLabel("X")',
  'CALL db.createProperty("x")',
  'CREATE USER x SET PASSWORD "abcdefgh"',
  'ALTER CURRENT USER SET PASSWORD FROM "abcdefgh" TO "hgfedcba"',
  'CREATE DATABASE x',
  'DROP DATABASE neo4j',
  'STOP DATABASE neo4j',
];

/** What Community does not even know. */
export const refusedBySyntax = new Set(['CREATE DATABASE x', 'DROP DATABASE neo4j', 'STOP DATABASE neo4j']);

/** Twenty ways to ask for a page of this machine. */
export function networkStatements(port: number): readonly string[] {
  const hosts = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '0.0.0.0',
    '127.1',
    '2130706433',
    '0x7f000001',
    '[::ffff:127.0.0.1]',
  ];
  const urls = hosts.flatMap((host) => [`http://${host}:${port}/x`, `ftp://${host}:${port}/x`]);
  return [
    ...urls.map((url) => `LOAD CSV FROM '${url}' AS line RETURN line`),
    `LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:${port}/x' AS line RETURN line`,
    `load /* c */ csv from 'http://127.0.0.1:${port}/x' as line return line`,
    `CALL () { LOAD CSV FROM 'http://127.0.0.1:${port}/x' AS line RETURN line } RETURN line`,
    `WITH 'http://127.0.0.1:${port}/' AS url LOAD CSV FROM url + 'x' AS line RETURN line`,
  ];
}
