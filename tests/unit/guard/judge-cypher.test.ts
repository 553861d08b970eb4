import { describe, expect, it } from '@jest/globals';

import { judgeCypher } from '@/lib/guard/judge-cypher';
import { readableProcedures } from '@/lib/guard/readable-procedures';

import { administration, calls, fileReads, reads, readTwoWays, writes } from './statements';

const isAllowed = (text: string, mode: 'read' | 'write' = 'read') => judgeCypher(text, { mode }).allowed;

describe('the guard, reading', () => {
  it.each(reads)('lets through %j', (text) => {
    const verdict = judgeCypher(text, { mode: 'read' });

    expect(verdict).toMatchObject({ allowed: true });
  });

  it.each(fileReads)('refuses to read a file: %j', (text) => {
    expect(isAllowed(text)).toBe(false);
  });

  it.each(readTwoWays)('refuses what engines read differently: %j', (text) => {
    expect(isAllowed(text)).toBe(false);
  });

  it.each(writes)('refuses to write: %j', (text) => {
    expect(isAllowed(text)).toBe(false);
  });

  it.each(administration)('refuses to administer: %j', (text) => {
    expect(isAllowed(text)).toBe(false);
  });

  it.each(calls)('refuses what is not known to be harmless: %j', (text) => {
    expect(isAllowed(text)).toBe(false);
  });

  it.each(readableProcedures.map(({ name }) => name))('lets %s be called', (name) => {
    expect(isAllowed(`CALL ${name}() YIELD x RETURN x`)).toBe(true);
  });

  it('says what was refused, why, where, and what to do instead', () => {
    const verdict = judgeCypher('MATCH (n)\r\n  SET n.x = 1', { mode: 'read' });

    expect(verdict).toEqual({
      allowed: false,
      reason:
        'SET changes properties or labels. Read with MATCH and RETURN. If SET is a name here, rename it.',
      start: 13,
      end: 16,
      line: 2,
      column: 3,
    });
  });

  it('points at the first of several places', () => {
    const verdict = judgeCypher('MATCH (n) WHERE evil.f(n) SET n.x = 1', { mode: 'read' });

    expect(verdict).toMatchObject({ start: 21, end: 22 });
  });

  it.each(['', ' \n\t', '// nothing', '/* nothing */ ;', ';'])('asks for a statement: %j', (text) => {
    expect(judgeCypher(text, { mode: 'read' })).toMatchObject({
      reason: expect.stringContaining('There is no statement here'),
    });
  });

  it('refuses a text of more than 100,000 characters', () => {
    const text = `RETURN '${'x'.repeat(100_000)}'`;

    expect(isAllowed(text)).toBe(false);
    expect(isAllowed(text.slice(0, 99_999) + "'")).toBe(true);
  });

  it('lists parameters by name, each once', () => {
    const verdict = judgeCypher('RETURN $b + $a + $`c d` + $b + $1 + "$no" // $no', { mode: 'read' });

    expect(verdict).toEqual({ allowed: true, kind: 'read', parameters: ['b', 'a', 'c d', '1'] });
  });

  it('tells a question about the schema from one about data', () => {
    expect(judgeCypher('SHOW CONSTRAINTS', { mode: 'read' })).toMatchObject({ kind: 'schema' });
  });
});

describe('the guard, writing', () => {
  it.each(writes.filter((text) => !text.startsWith('`')))('lets through, as a write, %j', (text) => {
    expect(judgeCypher(text, { mode: 'write' })).toMatchObject({ allowed: true, kind: 'write' });
  });

  it.each(reads.filter((text) => !text.startsWith('SHOW')))('lets through, as a read, %j', (text) => {
    expect(judgeCypher(text, { mode: 'write' })).toMatchObject({ allowed: true, kind: 'read' });
  });

  it.each([...fileReads, ...readTwoWays, ...administration, ...calls])('refuses %j', (text) => {
    expect(isAllowed(text, 'write')).toBe(false);
  });

  it.each([
    "FOREACH (x IN [1] | LOAD CSV FROM 'x' AS r CREATE (n))",
    'FOREACH (x IN [1] | FROBNICATE (n))',
    'FOREACH (x IN [1] | CREATE INDEX i FOR (n:X) ON (n.y))',
    'MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS',
    'MERGE INDEX x',
    'INSERT INTO x',
  ])('refuses %j', (text) => {
    expect(isAllowed(text, 'write')).toBe(false);
  });
});
