import { describe, expect, it } from '@jest/globals';

import { judgeCypher } from '@/lib/guard/judge-cypher';

/** Statements that read, each with words that stand nowhere else in the tests of the guard. */
const statements = [
  'FOR x IN [1] RETURN x',
  'FILTER TRUE RETURN 1',
  'MATCH (n) LET x = 1 FILTER x > 0 FOR y IN [1] RETURN y',
  'RETURN EXISTS { ALL SHORTEST (a)-->(b) } AS x',
  'RETURN EXISTS { ANY (a)-->(b) } AS x',
  'RETURN EXISTS { SHORTEST 1 (a)-->(b) } AS x',
  'RETURN COUNT { TRAIL (a)-->(b) } AS x',
  'RETURN COUNT { WALK (a)-->(b) } AS x',
  'RETURN COUNT { SIMPLE (a)-->(b) } AS x',
  'RETURN COUNT { ACYCLIC (a)-->(b) } AS x',
  'MATCH (n) OPTIONAL MATCH (m) UNWIND [1] AS x RETURN n SKIP 1',
  'MATCH (n) RETURN n ORDER BY n.x ASC NULLS LAST',
  'MATCH (n) RETURN n ORDER BY n.x ASCENDING OFFSET 1',
  'MATCH (n) RETURN n ORDER BY n.x DESCENDING NULLS FIRST',
  "RETURN a OR b ENDS WITH 'x' AS c",
  "MATCH (n) WHERE n.x LIKE 'a' RETURN n",
  'MATCH p = ANY SHORTEST PATH (a)-->(b) RETURN p',
  'MATCH p = SHORTEST 2 PATHS (a)-->(b) RETURN p',
  'MATCH p = SHORTEST 2 PATH GROUPS (a)-->(b) RETURN p',
  'MATCH p = SHORTEST 2 GROUP (a)-->(b) RETURN p',
  'RETURN 1 IS :: TIME WITHOUT TIME ZONE AS a',
  'RETURN 1 IS TYPED ZONED TIME AS a',
  'RETURN VALUE { RETURN 1 AS a } AS b',
  'RETURN 1 AS a EXCEPT RETURN 2 AS a',
  'RETURN 1 AS a EXCEPT ALL RETURN 2 AS a',
  'RETURN 1 AS a INTERSECT RETURN 2 AS a',
  'RETURN 1 AS a OTHERWISE RETURN 2 AS a',
  'RETURN 1 AS a UNION DISTINCT RETURN 2 AS a',
  'MATCH (n) RETURN n.x, count(*) AS c GROUP BY n.x HAVING c > 1',
  'MATCH (n) RETURN n FETCH FIRST 5 ROWS',
  'MATCH (n) RETURN n FETCH NEXT 1 ROW',
  'RETURN none(x IN [1] WHERE x > 1) AND single(x IN [1] WHERE x > 1) AS a',
  'MATCH (n) USING SCAN n:X RETURN n',
  'MATCH (n)-->(m) USING JOIN ON n RETURN n',
  'RETURN x IS NFC NORMALIZED AS a',
  'RETURN x IS NFD NORMALIZED AS a',
  'RETURN x IS NFKC NORMALIZED AS a',
  'RETURN x IS NFKD NORMALIZED AS a',
  'RETURN x IS NOT LABELED Person AS a',
  'RETURN TRUE AND FALSE OR NULL AS a',
  'RETURN null IS NULL AND true IS NOT NULL AND false IN [1] AS a',
  'MATCH REPEATABLE ELEMENTS (a)-->(b) RETURN a',
  'MATCH DIFFERENT RELATIONSHIPS (a)-->(b) RETURN a',
  'MATCH DIFFERENT EDGES (a)-->(b) RETURN a',
  'RETURN 1 * 2 AS a, count(*) AS b',
  'MATCH (n) RETURN * ORDER BY n.x',
  'MATCH (n) WITH * WHERE n.x = 1 RETURN *',
  'RETURN {use: 1, drop: 2} AS a',
  'RETURN [set, drop] AS a',
  'MATCH (n {set: 1, drop: 2}) RETURN n',
  'MATCH (n) WHERE EXISTS { (set)-->(b) } RETURN n',
  'RETURN $1 + $12 AS x',
  "RETURN $`a b` + '\\u00e9' AS x",
];

const schema = [
  'SHOW INDEX',
  'SHOW INDEXES',
  'SHOW CONSTRAINT',
  'SHOW PROCEDURE',
  'SHOW PROCEDURES',
  'SHOW FUNCTION',
  'SHOW FUNCTIONS',
  'SHOW BUILT IN FUNCTIONS',
  'SHOW USER DEFINED FUNCTIONS EXECUTABLE',
  'SHOW ALL INDEXES WHERE type = 1',
  'SHOW RANGE INDEXES',
  'SHOW TEXT INDEXES',
  'SHOW POINT INDEXES',
  'SHOW VECTOR INDEXES',
  'SHOW LOOKUP INDEXES',
  'SHOW NODE PROPERTY EXISTENCE CONSTRAINTS',
  'SHOW RELATIONSHIP PROPERTY EXIST CONSTRAINTS',
  'SHOW REL KEY CONSTRAINTS',
  'SHOW UNIQUE CONSTRAINTS',
  'SHOW UNIQUENESS CONSTRAINTS',
  'SHOW NODE PROPERTY TYPE CONSTRAINTS',
  'SHOW INDEXES RETURN name',
  'SHOW INDEXES YIELD name RETURN name',
];

describe('The words of Cypher and GQL', () => {
  it.each(statements)('let through what reads: %s', (text) => {
    for (const mode of ['read', 'write'] as const) {
      expect(judgeCypher(text, { mode })).toMatchObject({ allowed: true, kind: 'read' });
    }
  });

  it.each(schema)('let through what tells of the schema: %s', (text) => {
    expect(judgeCypher(text, { mode: 'read' })).toMatchObject({ allowed: true, kind: 'schema' });
  });

  it.each([
    'MERGE (n) ON CREATE SET n.x = 1 ON MATCH SET n.y = 2',
    'MATCH (n) INSERT (m) RETURN m',
    'MATCH (n) MERGE (m) RETURN m',
    'RETURN 1 AS a UNION ALL CREATE (m) RETURN m',
  ])('let through what writes, where writing is allowed: %s', (text) => {
    expect(judgeCypher(text, { mode: 'write' })).toMatchObject({ allowed: true, kind: 'write' });
    expect(judgeCypher(text, { mode: 'read' }).allowed).toBe(false);
  });

  it.each([
    'MATCH (n) RETURN n KEEP x',
    'RETURN 1 AS a UNION FROBNICATE x',
    'RETURN 1 AS a EXCEPT FROBNICATE x',
    'RETURN 1 AS a UNION ALL FROBNICATE x',
    'RETURN 1 AS a UNION `MATCH` (n) RETURN n',
    'MATCH (n) RETURN n `LIMIT` 3',
    'MATCH (n) RETURN n.x * 2 FROBNICATE x',
    'MATCH (n) WITH 2 * x FROBNICATE y',
    'MATCH (n) RETURN count(*) FROBNICATE y',
    'MATCH (n) RETURN * FROBNICATE y',
    "MATCH (n) RETURN 'a' FROBNICATE y",
    'MATCH (n) RETURN $a FROBNICATE y',
    'MATCH (n) RETURN [1] FROBNICATE y',
    'MATCH (n) RETURN true FROBNICATE y',
    'MATCH (n) RETURN n.where FROBNICATE y',
    'MATCH (n) RETURN 1 AS where FROBNICATE y',
    'WITH `as` FROBNICATE y',
    'SHOW INDEXES FROBNICATE y',
    'SHOW INDEXES YIELD name FROBNICATE y',
  ])('refuse what is none of them: %s', (text) => {
    expect(judgeCypher(text, { mode: 'read' }).allowed).toBe(false);
  });
});
