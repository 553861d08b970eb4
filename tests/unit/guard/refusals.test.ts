import { describe, expect, it } from '@jest/globals';

import { judgeCypher, type Verdict } from '@/lib/guard/judge-cypher';
import { readableFunctions } from '@/lib/guard/readable-functions';
import { readableProcedures } from '@/lib/guard/readable-procedures';
import { refusedClauses } from '@/lib/guard/refused-clauses';

type Mode = 'read' | 'write';

function refuse(text: string, mode: Mode = 'read'): Extract<Verdict, { allowed: false }> {
  const verdict = judgeCypher(text, { mode });
  if (verdict.allowed) throw new Error(`'${text}' was let through`);
  return verdict;
}

/** Statements, what of each is at fault, and how the reason begins and ends. */
const refusals: readonly (readonly [text: string, place: string, reason: RegExp])[] = [
  ['RETURN 1 /* open', '/* open', /^This comment is never closed\. Close it with \*\/\.$/u],
  ['/* a /* b */ RETURN 1', '/*', /^A comment inside a comment .* Take the inner \/\* away\.$/u],
  ['// a\rRETURN 1', '\r', /^This character ends the comment for some readers only\. End the line/u],
  ["RETURN 'open", "'open", /^This string is never closed\. Close it with '\.$/u],
  ['RETURN "open', '"open', /^This string is never closed\. Close it with "\.$/u],
  ["RETURN '\\u12'", '\\u', /^\\u needs four hexadecimal digits\. For a backslash write \\\\\.$/u],
  ["RETURN '\\u12345', '\\u0027'", '\\u0027', /^This escape is not read alike everywhere\. Write the char/u],
  ['RETURN `open', '`open', /^This name is never closed\. Close it with a backtick\.$/u],
  ['RETURN 1 AS `a\\b`', '\\', /^A backslash in a name is not read alike everywhere\. Use a name/u],
  ['RETURN $ a', '$', /^A parameter is \$ and its name, with nothing between or glued on/u],
  ['RETURN $a$b', '$a', /^A parameter is \$ and its name/u],
  ['RETURN a\\u0020b', 'a\\u0020b', /^An escape here may only stand for a letter or a digit of a word\.$/u],
  ['RETURN a$b', 'a$', /^A name with \$ in it .* Put a space before the \$, or rename it\.$/u],
  ['RETURN 1 # 2', '#', /^The character # \(U\+0023\) means nothing in Cypher\. Take it away/u],
  ['RETURN 1 \u200b', '\u200b', /^There is an invisible character \(U\+200B\) here\. Take it away/u],
  ['RETURN 1 \u0001', '\u0001', /^There is an invisible character \(U\+0001\) here\. Take it away/u],
  ['RETURN 1 😀', '😀', /^The character 😀 \(U\+1F600\) means nothing in Cypher\. Take it away/u],
  ['RETURN 1a', '1a', /^This number runs into what follows it\. Put a space after the number\.$/u],
  ['RETURN 1$a', '1$', /^This number runs into what follows it/u],
  ['CALL $x()', 'CALL', /^CALL needs the name of a procedure, or a subquery in braces\.$/u],
  ['CALL ((a)) { RETURN 1 AS c } RETURN c', 'CALL', /^CALL needs the name of a procedure/u],
  [
    'CALL dbms.listConfig()',
    'CALL',
    /^The procedure dbms\.listConfig is not known to be harmless\. Leave it/u,
  ],
  ['RETURN apoc.load.csv(1)', 'csv', /^The function apoc\.load\.csv is not known to be harmless\. Leave it/u],
  ['CALL { RETURN 1 AS a } IN TRANSACTIONS', 'IN', /^CALL \{ … \} IN TRANSACTIONS commits while it runs/u],
  ['CALL (n) { RETURN 1 AS a } IN TRANSACTIONS', 'IN', /commits while it runs\. Leave IN TRANSACTIONS out/u],
  ['EXPLAIN', 'EXPLAIN', /^EXPLAIN needs a statement after it\.$/u],
  [
    'FROBNICATE x',
    'FROBNICATE',
    /^FROBNICATE is no clause that may stand here\. .* if FROBNICATE is a name/u,
  ],
  ['RETURN 1; RETURN 2', 'RETURN', /^Only one statement runs at a time\. Run what follows/u],
  [';RETURN 2', ';RETURN 2', /^There is no statement here\. Write one, for example MATCH/u],
  [' // nothing', ' // nothing', /^There is no statement here/u],
  [
    'MATCH (a)-//->(b)\n-(b) RETURN a',
    '//',
    /^After a dash \/\/ is no comment in GQL\. Use \/\* … \*\/ here\.$/u,
  ],
  ['MATCH (a)~ // x\n(b) RETURN a', '//', /^After a dash \/\/ is no comment in GQL/u],
  ['MATCH (a)- /* x */ // y\n(b) RETURN a', '//', /^After a dash \/\/ is no comment in GQL/u],
  ['SHOW USERS', 'SHOW', /^SHOW may tell of users, settings and others’ work\. Show INDEXES/u],
  ['SHOW USERS INDEXES', 'SHOW', /^SHOW may tell of users/u],
  ['SHOW INDEXES USERS', 'SHOW', /^SHOW may tell of users/u],
  [
    'MATCH (n) WITH * SET n.x = 1',
    'SET',
    /^SET changes properties or labels\. Read with MATCH and RETURN\. If SET is/u,
  ],
];

describe('What the guard says', () => {
  it.each(refusals)('of %j is about %j, and what to do', (text, place, reason) => {
    const { start, end, reason: given } = refuse(text);

    expect(text.slice(start, end)).toBe(place);
    expect(given).toMatch(reason);
  });

  it('names the place in a text that it does not read to the end', () => {
    const tokens = refuse(`RETURN ${'1,'.repeat(6000)}1`);
    const letters = refuse(`RETURN '${'x'.repeat(100_000)}'`);

    expect(tokens).toMatchObject({ end: 12_008, reason: expect.stringContaining('more than 10000 words') });
    expect(letters).toMatchObject({ start: 100_000, end: 100_009 });
    expect(letters.reason).toBe(
      'The statement is longer than 100000 characters. Pass long lists as parameters.',
    );
  });

  it('takes ten thousand words and signs, and no more', () => {
    const text = `RETURN ${'1,'.repeat(4998)}1`;

    expect(judgeCypher(`${text} `, { mode: 'read' }).allowed).toBe(true);
    expect(judgeCypher(`${text} /**/`, { mode: 'read' }).allowed).toBe(false);
  });

  it('says how GQL reads what Cypher reads otherwise', () => {
    const { reason } = refuse("MATCH (n) WHERE n.x = 1 -- 'a\n SET n.x = 1 //'");

    expect(reason).toMatch(/^GQL takes -- and a space for a comment, and then: .* Write -- without a space/u);
  });

  it('says what making may make, where it is allowed', () => {
    for (const text of ['CREATE INDEX i FOR (n:X) ON (n.y)', 'MERGE INDEX x', 'INSERT INTO x']) {
      const [word = ''] = text.split(' ');
      expect(refuse(text, 'write').reason).toContain(`as in ${word} (n:Label). Entente keeps indexes`);
    }
  });

  it('counts lines whatever ends them, and columns from one', () => {
    expect(refuse('#')).toMatchObject({ line: 1, column: 1 });
    expect(refuse('RETURN 1\nAS a\r\n, #')).toMatchObject({ line: 3, column: 3 });
  });
});

/** Every word that is refused at the beginning of a statement. */
const words =
  'CREATE MERGE INSERT SET REMOVE DELETE DETACH NODETACH FOREACH LOAD USE DROP ALTER TERMINATE SHOW NEXT CYPHER USING ' +
  'GRANT DENY REVOKE RENAME ENABLE DEALLOCATE REALLOCATE DRYRUN START STOP SESSION BEGIN COMMIT ROLLBACK SAVEPOINT ' +
  'RELEASE COPY IMPORT EXPORT ATTACH INSTALL SELECT';

describe('A clause that is refused', () => {
  it.each(words.split(' '))('%s: says what it does and what to do instead', (word) => {
    expect(refuse(`${word} x`).reason).toMatch(new RegExp(`^${word} [a-z][^.]+\\. [A-Z][^.]+\\.`, 'u'));
  });

  it.each(words.split(' ').filter((word) => word !== 'SHOW'))(
    '%s: is refused behind another clause too',
    (word) => {
      expect(judgeCypher(`MATCH (n) ${word} x`, { mode: 'read' }).allowed).toBe(word === 'USING');
    },
  );

  it('is one of those listed here', () => {
    expect(refusedClauses.map(({ word }) => word)).toEqual(words.split(' '));
  });

  it.each(words.split(' ').slice(9))('%s: is refused where writing is allowed as well', (word) => {
    expect(judgeCypher(`${word} x`, { mode: 'write' }).allowed).toBe(false);
  });

  it.each(['AS', 'ORDER', 'SKIP', 'LIMIT', 'IS', 'AND', 'OR', 'ASC', 'DESC'])(
    'LOAD: may be a name before %s, which is never part of the clause',
    (word) => {
      const text = `MATCH (n) WITH n.x AS a, load ${word} x RETURN 1`;

      expect(judgeCypher(text, { mode: 'read' })).not.toMatchObject({
        reason: expect.stringContaining('reads files'),
      });
    },
  );
});

describe('What may be called', () => {
  it.each([...readableProcedures, ...readableFunctions])(
    '$name is listed with a reason',
    ({ name, because }) => {
      expect(name).toMatch(/^[\w.*]+$/u);
      expect(because).toMatch(/^[a-z]/u);
    },
  );

  it.each([
    "date.truncate('year', d)",
    'datetime.fromEpoch(1, 2)',
    'localdatetime.transaction()',
    'time.realtime()',
    'localtime.statement()',
    'duration.inDays(a, b)',
    'point.distance(a, b)',
    'vector.similarity.cosine(a, b)',
    'vector.similarity.euclidean(a, b)',
    'Duration . Between (a, b)',
  ])('%s is let through', (call) => {
    expect(judgeCypher(`RETURN ${call} AS x`, { mode: 'read' }).allowed).toBe(true);
  });

  it.each(['dates.x(1)', 'vector.x(1)', 'vector.similarity.other(1)', 'x.date(1)', '$p.date.x(1)'])(
    '%s is refused',
    (call) => {
      expect(judgeCypher(`RETURN ${call} AS x`, { mode: 'read' }).allowed).toBe(false);
    },
  );

  it.each([
    'CALL (*) { RETURN 1 AS a } RETURN a',
    'CALL () { RETURN 1 AS a } RETURN a',
    'CALL (a, b) { RETURN 1 AS c } RETURN c',
  ])('a subquery is let through: %s', (text) => {
    expect(judgeCypher(text, { mode: 'read' }).allowed).toBe(true);
  });

  it.each(['db.labels', 'DB.Labels', 'db.labels YIELD label RETURN label'])(
    'a procedure may be called without parentheses: %s',
    (name) => {
      expect(judgeCypher(`CALL ${name}`, { mode: 'read' }).allowed).toBe(true);
    },
  );
});
