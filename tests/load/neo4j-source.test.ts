/** A running Neo4j as an input, on a real one: what is read of it, that nothing is new the second time, and that it stays as it was. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { openInput } from '@/lib/ingest/open-input';
import type { Item } from '@/lib/ingest/input';
import { connectReader } from '@/lib/ingest/neo4j-source/connect-reader';
import type { LoadOptions } from '@/lib/load/load-options';
import { loadPaths } from '@/lib/load/load-paths';
import type { LoadReport } from '@/lib/load/load-report';
import type { Engine } from '@/lib/store/engine';
import { openStore } from '@/lib/store/open-store';
import type { GraphStore } from '@/lib/store/types';
import { findFreePort } from '@/scripts/neo4j/find-free-port';

import { describeWhereNeo4j } from '../contract/neo4j/at-hand';
import { startTestNeo4j } from '../contract/neo4j/start-test-neo4j';
import { writes } from '../contract/neo4j/statements.fixture';
import { builtDatabases, ownDatabase } from './built-databases.fixture';
import { runLoad } from './run-load';

jest.setTimeout(120_000);

const NOTHING = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };
const ownMap = {
  columns: {
    name: 'fullname',
    person: 'Captain',
    organisation: 'Shipper',
    passage: 'Snippet.body',
    mentions: 'NAMED_IN',
    document: 'Report.heading',
    part_of: 'TAKEN_FROM',
    start: 'since',
  },
};

describeWhereNeo4j('a running Neo4j as a source', () => {
  const { running, openEmpty } = startTestNeo4j();
  let source: Engine;
  let store: GraphStore;
  let folder = '';

  beforeEach(async () => {
    source = await openEmpty();
    folder = await mkdtemp(path.join(tmpdir(), 'entente-source-'));
    store = await openStore({ engine: 'embedded', folder: path.join(folder, 'store') });
  });

  afterEach(async () => {
    await store.close();
    await source.close();
    await rm(folder, { recursive: true, maxRetries: 5 });
  });

  const fill = (statements: readonly string[]): Promise<void> =>
    source.write(async (transaction) => {
      for (const statement of statements) await transaction.run(statement);
    });

  const login = () => ({ user: running().user, password: running().password });

  const load = (options: LoadOptions = {}): Promise<LoadReport> =>
    loadPaths(store, [running().address], { dataFolder: folder, login: login(), ...options });

  async function readItems(): Promise<readonly Item[]> {
    const input = await openInput(running().address, {
      findNames: () => Promise.resolve(new Map()),
      login: login(),
    });
    try {
      const items: Item[] = [];
      for await (const some of input.items()) items.push(...some);
      return items;
    } finally {
      await input.close();
    }
  }

  /** Everything in it, in one line. */
  const snapshot = (): Promise<unknown> =>
    source.read(
      `MATCH (n) WITH n ORDER BY elementId(n) WITH collect([labels(n), properties(n)]) AS nodes
       OPTIONAL MATCH ()-[r]->() WITH nodes, r ORDER BY elementId(r) RETURN nodes, collect([type(r), properties(r)]) AS relationships`,
    );

  describe.each(builtDatabases)('filled by $tool', (built) => {
    it('gives relations with their texts, and nothing that only orders the store', async () => {
      await fill(built.fill);

      const items = await readItems();

      expect(toldOf(items)).toEqual(built.relations);
      expect(items.flatMap((item) => (item.kind === 'passage' ? [item.passage.text] : [])).sort()).toEqual(
        [...built.passages].sort(),
      );
      expect(items.flatMap((item) => (item.kind === 'document' ? [item.document.title] : [])).sort()).toEqual(
        built.documents,
      );
      expect(
        items.flatMap((item) => (item.kind === 'entity' ? [item.entry.entity.name] : [])).sort(),
      ).toEqual(built.entities);
    });

    it('brings nothing the second time, and only what is new when it has grown', async () => {
      await fill(built.fill);
      const before = await snapshot();

      const first = await load();
      const second = await load();
      const after = await snapshot();
      await fill(built.grow);
      const third = await load();

      expect(first.inputs[0]?.format).toMatch(
        new RegExp(`^a Neo4j database as ${built.tool} fills it \\(`, 'u'),
      );
      expect(first).toMatchObject({
        failures: [],
        rejected: 0,
        created: { evidence: built.relations.length },
      });
      expect(second).toMatchObject({ failures: [], created: NOTHING });
      expect(after).toEqual(before);
      const texts = built.grown.filter(([, text]) => text !== undefined).length;
      expect(third.created).toMatchObject({ entities: 1, relations: 1, evidence: 1, passages: texts });
    });
  });

  it('ends a fact of Graphiti that no longer holds, and denies nothing', async () => {
    await fill(builtDatabases.find(({ tool }) => tool === 'Graphiti')?.fill ?? []);

    const items = await readItems();

    const facts = items.flatMap((item) => (item.kind === 'triple' ? [item.triple] : []));
    expect(facts.map(({ relation }) => [relation.when?.start, relation.when?.end])).toEqual([
      ['2026-05-01', '2026-09-01'],
      ['2026-05-01', '2026-09-01'],
    ]);
    expect(facts.map(({ evidence }) => [evidence.stance, evidence.statement, evidence.attributedTo])).toEqual(
      [
        ['supports', 'Mira Holt leads the Blue Line', undefined],
        ['supports', 'Mira Holt leads the Blue Line', 'Mira'],
      ],
    );
  });

  it('asks what is what where no tool is known, and stores nothing', async () => {
    await fill(ownDatabase);

    const { created, failures } = await load();

    const [{ message, isUnmapped } = { message: '' }] = failures;
    expect(created).toEqual(NOTHING);
    expect(isUnmapped).toBe(true);
    expect(message).toContain('Captain (1): fullname (1), tags (1)');
    expect(message).toContain('(:Captain)-[:NAMED_IN]->(:Snippet) (1)');
    expect(message).toContain(
      `npm run load -- ${running().address} --user neo4j --map name=fullname,passage=Snippet.body,mentions=NAMED_IN,document=Report.heading,part_of=TAKEN_FROM\n`,
    );
  });

  it('reads as a person says, keeps it for the next time, and refuses what the database has not', async () => {
    await fill(ownDatabase);

    const wrong = await load({ mapping: { columns: { name: 'fullname', person: 'Capitain' } } });
    const said = await load({ mapping: ownMap, keepsMappings: 'beside' });
    const again = await load();

    expect(wrong.failures[0]?.message).toMatch(/no label 'Capitain'\. It has: Captain, /u);
    expect(said).toMatchObject({
      failures: [],
      created: { entities: 2, relations: 1, evidence: 1, passages: 1, documents: 1 },
    });
    expect(said.notices.join('\n')).toContain(
      'Not fetched, since they are vectors or lists of numbers: vec (1).',
    );
    expect(again).toMatchObject({ failures: [], created: NOTHING });
  });

  it('looks and stores nothing in a dry run, and says first what was recognised', async () => {
    await fill(builtDatabases[0]?.fill ?? []);
    process.env['ENTENTE_SOURCE_PASSWORD'] = running().password;

    const run = await runLoad(path.join(folder, 'other'), [
      running().address,
      ...['--user', running().user, '--dry-run'],
    ]).finally(() => delete process.env['ENTENTE_SOURCE_PASSWORD']);

    expect(run.out.split('\n')[0]).toContain(
      'a Neo4j database as the LLM Graph Builder fills it (it has the nodes Chunk, Document, the relationships HAS_ENTITY, the properties text)',
    );
    expect(run.out).toContain(
      'Would be new: 3 pieces of evidence, 2 relations, 3 entities, 1 document, 2 passages.',
    );
    expect(`${run.out}${run.err}`).not.toContain(running().password);
    expect(run.code).toBe(0);
  });

  it('exits with 2 where it asks, and says what is wrong with an address, a password and a name', async () => {
    await fill(ownDatabase);
    process.env['ENTENTE_SOURCE_PASSWORD'] = running().password;
    const { host, port } = { host: '127.0.0.1', port: await findFreePort() };

    const asked = await runLoad(path.join(folder, 'other'), [running().address, '--user', 'neo4j']).finally(
      () => delete process.env['ENTENTE_SOURCE_PASSWORD'],
    );
    const silent = await runLoad(path.join(folder, 'other'), [running().address, '--user', 'neo4j']);
    const told = await runLoad(path.join(folder, 'other'), [`neo4j://neo4j:secret-7@${host}:7687`]);
    const nowhere = await loadPaths(store, [`bolt://${host}:${port}`], { dataFolder: folder });
    const wrong = await load({ login: { user: 'neo4j', password: 'not-it-at-all' } });
    const nobody = await load({ login: {} });
    const missing = await load({ login: { ...login(), database: 'ferries' } });

    expect(asked.code).toBe(2);
    expect(silent).toMatchObject({ code: 1, err: expect.stringContaining('ENTENTE_SOURCE_PASSWORD') });
    expect(told.code).toBe(1);
    expect(told.err).toContain('User and password do not belong into the address');
    expect(`${told.out}${told.err}`).not.toContain('secret-7');
    expect(nowhere.failures[0]?.message).toMatch(/No database answers at bolt:.*See that it runs/u);
    expect(wrong.failures[0]?.message).toMatch(/refuses the user or the password/u);
    expect(nobody.failures[0]?.message).toMatch(/Name the user with --user/u);
    expect(missing.failures[0]?.message).toMatch(/has no database 'ferries'.*--database/u);
  });

  it('refuses a store of Entente, which is no source', async () => {
    const own = await openStore({ engine: 'neo4j', database: 'neo4j', ...running() });
    await loadPaths(own, [path.join(__dirname, '..', '..', 'graph-data', 'us-china-2023')], {
      dataFolder: folder,
    });
    await own.close();

    const { failures } = await load();

    expect(failures[0]?.message).toContain("is a store of Entente's");
  });

  it('can write nothing, whatever it were told', async () => {
    await fill(builtDatabases[0]?.fill ?? []);
    const before = await snapshot();
    const reader = await connectReader(running().address, login());

    for (const statement of writes) await expect(reader.read(statement)).rejects.toThrow();
    for (const statement of writes)
      await expect(reader.stream(statement, 'n')[Symbol.asyncIterator]().next()).rejects.toThrow();

    await reader.close();
    expect(await snapshot()).toEqual(before);
  });

  it('stops when it is told to, and stores what it has read whole the next time', async () => {
    await fill(builtDatabases[0]?.fill ?? []);

    const stopped = await load({ signal: AbortSignal.abort() });
    const next = await load();

    expect(stopped).toMatchObject({ isStopped: true, created: NOTHING });
    expect(next.created.evidence).toBe(3);
  });
});

function toldOf(items: readonly Item[]) {
  const texts = new Map(
    items.flatMap((item) => (item.kind === 'passage' ? [[item.passage.id, item.passage.text] as const] : [])),
  );
  return items.flatMap((item) => {
    if (item.kind !== 'triple') return [];
    const { subject, label, object } = item.wording;
    const { passage, grade } = item.triple.evidence;
    const text = passage && texts.get(passage);
    return [[`${subject} ${label} ${object}`, text, grade ?? (text === undefined ? 'row' : 'exact')]];
  });
}
