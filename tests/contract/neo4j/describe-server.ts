import { describe, expect, it } from '@jest/globals';

import { openNeo4j } from '@/lib/store/drivers/neo4j/open-neo4j';
import { findFreePort } from '@/scripts/neo4j/find-free-port';

import type { Neo4jTest } from './neo4j-test';
import { failureOf, fingerprint } from './neo4j-test';

/** How the driver meets the server: making indexes, naming it, and when something is wrong. */
export function describeServer(get: () => Neo4jTest): void {
  describe('opening', () => {
    it('makes its indexes once, however many open at once', async () => {
      const names = () => get().engine.read('SHOW INDEXES YIELD name, state ORDER BY name');
      const before = await names();

      const others = await Promise.all([1, 2, 3].map(() => openNeo4j(get().neo4j)));
      await Promise.all(others.map((other) => other.close()));

      expect(await names()).toEqual(before);
      expect(before.every(({ state }) => state === 'ONLINE')).toBe(true);
    });

    it('makes them on a database that has none, when several open at once', async () => {
      await dropSchema(get());

      const others = await Promise.all([1, 2, 3].map(() => openNeo4j(get().neo4j)));
      await Promise.all(others.map((other) => other.close()));

      const names = (await get().engine.read('SHOW INDEXES YIELD name')).map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining(['entente_entity_id', 'entente_entity_text', 'entente_passage_text']),
      );
    });

    it('says where nothing answers, and what to do', async () => {
      const address = `neo4j://127.0.0.1:${await findFreePort()}`;

      const failure = await failureOf(openNeo4j({ ...get().neo4j, address }));

      expect(failure).toMatchObject({ failure: 'unavailable', message: expect.stringContaining(address) });
    });

    it('says which variables to set when the password is wrong', async () => {
      const failure = await failureOf(openNeo4j({ ...get().neo4j, password: 'not-the-password' }));

      expect(failure).toMatchObject({
        failure: 'forbidden',
        message: expect.stringContaining('NEO4J_PASSWORD'),
      });
    });
  });

  describe('trouble', () => {
    it('writes nothing of a transaction that throws', async () => {
      const before = await fingerprint(get());

      const writing = get().engine.write(async (transaction) => {
        await transaction.run('CREATE (:Entity {id: $id})', { id: 'half' });
        throw new Error('on the way');
      });

      await expect(writing).rejects.toThrow('on the way');
      expect(await fingerprint(get())).toEqual(before);
    });

    it('says within ten seconds that a stalled database does not answer, and answers again when it does', async () => {
      process.kill(get().neo4j.pid, 'SIGSTOP');
      const started = Date.now();
      const failure = await failureOf(get().store.summary());
      const waited = Date.now() - started;
      process.kill(get().neo4j.pid, 'SIGCONT');
      const resumed = Date.now();
      const { counts } = await get().store.summary();

      expect(failure).toMatchObject({ failure: 'unavailable' });
      expect(waited).toBeLessThan(10_000);
      expect(counts.entities).toBe(8);
      expect(Date.now() - resumed).toBeLessThan(3000);
    });
  });

  it('describes labels, types and properties with their counts', async () => {
    const schema = await get().engine.schema();

    expect(schema.engine).toMatchObject({ name: 'Neo4j', address: get().neo4j.address });
    expect(schema.engine.version).toMatch(/^5\.26\./u);
    expect(schema.labels).toContainEqual({
      label: 'Person',
      count: 3,
      properties: expect.arrayContaining(['id', 'name']),
    });
    expect(schema.relationshipTypes).toContainEqual({
      type: 'ACCUSED',
      count: 2,
      properties: expect.arrayContaining(['id', 'start']),
    });
  });
}

async function dropSchema({ engine }: Neo4jTest): Promise<void> {
  const constraints = await engine.read('SHOW CONSTRAINTS YIELD name');
  for (const { name } of constraints) {
    await engine.write((transaction) => transaction.run(`DROP CONSTRAINT ${String(name)}`));
  }
  const indexes = await engine.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
  for (const { name } of indexes) {
    await engine.write((transaction) => transaction.run(`DROP INDEX ${String(name)}`));
  }
}
