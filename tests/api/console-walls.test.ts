import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { call } from '@/lib/api/call';
import { healthEndpoint } from '@/lib/api/health-endpoint';
import { summaryEndpoint } from '@/lib/api/summary-endpoint';
import { readableProcedures } from '@/lib/guard/readable-procedures';

import { askConsole, readLines, signIn } from './setup/ask';
import { startServer, type TestServer } from './setup/start-server';

const CANARY = 'canary-in-a-file-5f1d';

let server: TestServer;
let admin: Record<string, string>;
let canaryFolder: string;

beforeAll(async () => {
  canaryFolder = mkdtempSync(path.join(tmpdir(), 'entente-canary-'));
  writeFileSync(path.join(canaryFolder, 'secret.csv'), `name\n${CANARY}\n`);
  server = await startServer();
  admin = await signIn(server);
}, 240_000);

afterAll(async () => {
  await server.stop();
  rmSync(canaryFolder, { recursive: true });
});

describe('a statement that would read a file (S1)', () => {
  const spellings = [
    `LOAD CSV FROM 'FILE' AS row RETURN row`,
    `load csv from 'FILE' as row return row`,
    `LoAd CsV WITH HEADERS FROM 'FILE' AS row RETURN row.name`,
    `LOAD/**/CSV/**/FROM/**/'FILE' AS row RETURN row`,
    `LOAD // comment\nCSV FROM 'FILE' AS row RETURN row`,
    `LOAD\u00a0CSV FROM 'FILE' AS row RETURN row`,
    `LOAD\u2003CSV FROM 'FILE' AS row RETURN row`,
    `LOAD\t\r\nCSV FROM "FILE" AS row RETURN row`,
    `MATCH (n) CALL (n) { LOAD CSV FROM 'FILE' AS row RETURN row } RETURN row`,
    `CALL { LOAD CSV FROM 'file://FILE' AS row RETURN row } RETURN row`,
    `LOAD DATA FROM 'FILE' FORMAT CSV AS row RETURN row`,
    `load data from 'FILE' format csv with headers as row return row`,
    `UNWIND [1] AS x LOAD CSV FROM 'FILE' AS row RETURN row`,
    `RETURN 1 AS a UNION LOAD CSV FROM 'FILE' AS row RETURN row AS a`,
  ];

  it.each(spellings)('is refused: %s', async (spelling) => {
    const file = path.join(canaryFolder, 'secret.csv');

    const answer = await askConsole(server, admin, { query: spelling.replace('FILE', file) });

    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(CANARY);
  });
});

describe('a statement that would write (S3)', () => {
  const writes = [
    'CREATE (n:X)',
    'create (n:X) return n',
    'MERGE (n:X {id: 1}) RETURN n',
    'MATCH (n) SET n.x = 1 RETURN n',
    'MATCH (n) SET n += {x: 1}',
    'MATCH (n) SET n:X',
    'MATCH (n) REMOVE n.name',
    'MATCH (n) REMOVE n:Entity',
    'MATCH (n) DELETE n',
    'MATCH (n) DETACH DELETE n',
    'MATCH (n) NODETACH DELETE n',
    'MATCH ()-[r]->() DELETE r',
    'MATCH (n) FOREACH (x IN [1] | SET n.y = x)',
    'UNWIND [1] AS x CREATE (:X {x: x})',
    'MATCH (n) CALL (n) { CREATE (:X) } RETURN n',
    'CALL { CREATE (n:X) RETURN n } RETURN n',
    'MATCH (n) WITH n CREATE (:X)',
    'RETURN 1 AS a UNION CREATE (n:X) RETURN 1 AS a',
    '/* read */ CREATE (n:X)',
    '// read\nCREATE (n:X)',
    'MATCH (n) RETURN n; CREATE (m:X)',
    'CREATE INDEX FOR (n:X) ON (n.y)',
    'CREATE CONSTRAINT FOR (n:X) REQUIRE n.y IS UNIQUE',
    'DROP INDEX x',
    'INSERT (n:X)',
    'ALTER DATABASE neo4j SET ACCESS READ ONLY',
    'EXPLAIN CREATE (n:X)',
    'PROFILE CREATE (n:X)',
  ];

  it.each(writes)('is refused and changes nothing: %s', async (query) => {
    const before = await readState();

    const answer = await askConsole(server, admin, { query });

    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(await readState()).toEqual(before);
  });

  it('is not offered in write mode either', async () => {
    const answer = await askConsole(server, admin, { query: 'CREATE (n:X)', mode: 'write' });

    expect(answer.status).toBe(403);
  });

  async function readState(): Promise<unknown> {
    const { epoch } = await call(healthEndpoint, {}, { origin: server.origin });
    const { counts } = await call(summaryEndpoint, {}, { origin: server.origin });
    return { epoch, counts };
  }
});

describe('a procedure (S4)', () => {
  it('of the engine that is not known to read is refused, every one', async () => {
    const listed = readLines(
      await askConsole(server, admin, { query: 'CALL grafeo.procedures() YIELD name RETURN name' }),
    );
    const names = listed.flatMap((line) => Row.safeParse(line).data?.row.slice(0, 1) ?? []);
    const readable = new Set(readableProcedures.map(({ name }) => name.toLowerCase()));
    const others = names.filter((name) => !readable.has(name.toLowerCase()));
    expect(others.length).toBeGreaterThan(10);

    for (const name of others) {
      const answer = await askConsole(server, admin, { query: `CALL ${name}()` });

      expect({ name, status: answer.status }).toEqual({ name, status: 400 });
    }
  });
});

const Row = z.object({ row: z.array(z.string()) });
