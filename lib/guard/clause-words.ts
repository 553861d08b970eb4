/**
 * The words by which a clause is told from a name, for Cypher 5 and Grafeo's GQL. A word that is in none of these lists is a name; a
 * word that may follow a finished expression is in `followers`, or the statement is refused: so a clause that nobody thought of here
 * is refused too.
 */

/** What a statement, a part of a UNION and a subquery may begin with. */
export const starters: ReadonlySet<string> = new Set([
  'MATCH',
  'OPTIONAL',
  'WITH',
  'UNWIND',
  'RETURN',
  'CALL',
  'FINISH',
  'FOR',
  'LET',
  'FILTER',
]);

/** What they may begin with besides, where writing is allowed. */
export const writingStarters: ReadonlySet<string> = new Set(['CREATE', 'MERGE', 'INSERT', 'FOREACH']);

/** What the pattern of `EXISTS { … }`, `COUNT { … }` may begin with besides. */
export const patternStarters: ReadonlySet<string> = new Set([
  'ALL',
  'ANY',
  'SHORTEST',
  'TRAIL',
  'WALK',
  'SIMPLE',
  'ACYCLIC',
]);

/** What may follow a finished expression, pattern or clause. */
export const followers: ReadonlySet<string> = new Set([
  ...['MATCH', 'OPTIONAL', 'WHERE', 'WITH', 'UNWIND', 'RETURN', 'CALL', 'YIELD', 'UNION', 'FINISH', 'USING'],
  ...['ORDER', 'SKIP', 'LIMIT', 'OFFSET', 'ASC', 'ASCENDING', 'DESC', 'DESCENDING', 'NULLS'],
  ...['AS', 'AND', 'OR', 'XOR', 'NOT', 'IN', 'IS', 'STARTS', 'ENDS', 'CONTAINS', 'LIKE'],
  ...['WHEN', 'THEN', 'ELSE', 'END', 'PATH', 'PATHS', 'GROUP', 'GROUPS'],
  ...['VALUE', 'DATETIME', 'TIME', 'ZONE', 'WITHOUT'],
  ...['FOR', 'LET', 'FILTER', 'HAVING', 'EXCEPT', 'INTERSECT', 'OTHERWISE', 'FETCH', 'ROW', 'ROWS'],
]);

/** What may follow besides, where writing is allowed. */
export const writingFollowers: ReadonlySet<string> = new Set([
  ...['CREATE', 'MERGE', 'INSERT', 'SET', 'REMOVE', 'DELETE', 'DETACH', 'NODETACH', 'FOREACH', 'ON'],
]);

/** Words after which an expression may come, so that what they are followed by need not be a follower. */
export const prefixes: ReadonlySet<string> = new Set([
  ...followers,
  ...writingFollowers,
  ...starters,
  ...patternStarters,
  ...[
    'DISTINCT',
    'NONE',
    'SINGLE',
    'CASE',
    'BY',
    'ON',
    'INDEX',
    'SCAN',
    'SEEK',
    'JOIN',
    'EXISTS',
    'COUNT',
    'COLLECT',
  ],
  ...[
    'EXPLAIN',
    'PROFILE',
    'TYPED',
    'LABELED',
    'NORMALIZED',
    'NFC',
    'NFD',
    'NFKC',
    'NFKD',
    'OF',
    'FROM',
    'SELECT',
  ],
  ...['FIRST', 'LAST', 'NEXT', 'KEEP', 'REPEATABLE', 'DIFFERENT', 'ELEMENTS', 'RELATIONSHIPS', 'EDGES'],
  ...['LOAD', 'CSV', 'DATA', 'HEADERS', 'USE', 'GRAPH', 'SHOW', 'TERMINATE'],
]);

/** Prefixes that are also whole expressions: what comes after them is a follower. */
export const literals: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'NULL', 'END']);
