import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { EntityId, LoadId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import { citeLine, createBatch, createType, declare, imply, relate } from './batch.fixture';
import { dumpGraph } from './graph-hash';
import { littleWorld } from './little-world.fixture';
import type { OpenTestStoreOnEngine, TestStoreOnEngine } from './test-store';
import { readAll } from './test-store';

const first = LoadId.parse('first');
const second = LoadId.parse('second');
const third = LoadId.parse('third');

const met = createType('MET');
const relation = relate('r', 'a MET b');

/** What is remembered of loads, and of what each has brought. */
export function describeLoads(open: OpenTestStoreOnEngine): void {
  describe('loads', () => {
    let test: TestStoreOnEngine;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
    });
    afterEach(() => test.close());

    it('are remembered with how far they came and how much evidence they brought, the newest first', async () => {
      const pair = createBatch({
        types: [createType('MET')],
        entities: [imply('a', 'A'), imply('b', 'B')],
        relations: [relate('r', 'a MET b')],
        evidence: [citeLine(['v1', 'r'], 1), citeLine(['v2', 'r'], 2)],
      });
      await store.upsert(createBatch(pair, { id: first, row: 2, startedAt: '2024-02-01T00:00:00Z' }));
      const again = { id: second, startedAt: '2024-03-01T00:00:00Z', isDone: true, merges: '{"a":"b"}' };
      await store.upsert(createBatch(pair, again));
      // What it took for others is told once.
      const further = { id: second, startedAt: again.startedAt, isDone: true };
      await store.upsert(createBatch({ evidence: [citeLine(['v3', 'r'], 3)] }, further));
      await store.upsert(createBatch({}, { id: third, startedAt: '2024-01-01T00:00:00Z' }));

      const found = await store.loads();

      expect(found.map(({ id, evidence }) => [id, evidence])).toEqual([
        [second, 3],
        [first, 2],
        [third, 0],
      ]);
      expect(await store.findLoad(second)).toEqual({
        ...again,
        dataset: 'little-world',
        title: 'A little world',
        tool: 'contract',
        inputHash: 'hash',
        row: 1,
        evidence: 3,
      });
      expect(found[1]).not.toHaveProperty('isDone');
      expect(await store.findLoad(LoadId.parse('never'))).toBeUndefined();
    });

    it('that say again what others have brought are written down with it, once', async () => {
      const say = (id: LoadId) => store.upsert(createBatch(littleWorld, { id }));
      await say(first);
      const epoch = await store.epoch();

      const report = await say(second);
      await say(third);
      const before = await dumpGraph(store);
      await say(second);
      await say(first);

      expect(report).toMatchObject({ unchanged: 8, created: { evidence: 0 } });
      expect(await dumpGraph(store)).toEqual(before);
      expect(await store.epoch()).toBe(epoch);
      expect(await readAll(store, 'MATCH (v:Evidence) RETURN DISTINCT v.load, v.also')).toEqual([
        [first, [third, second]],
      ]);
      for (const label of ['Document', 'Entity', 'RelationType']) {
        expect(await readAll(store, `MATCH (n:${label}) RETURN DISTINCT n.loads`)).toEqual([
          [[first, second, third]],
        ]);
      }
    });

    describe('of a table that has grown at its top', () => {
      const triples = { types: [met], entities: [imply('a', 'A'), imply('b', 'B')], relations: [relation] };
      const say = (load: LoadId, line: number) =>
        store.upsert(createBatch({ ...triples, evidence: [citeLine(['v', 'r'], line)] }, { id: load }));
      const find = async () => (await store.findRelation(relation.id))?.evidence[0];

      it('leave a fact with the line of the newest, and name the others', async () => {
        await say(first, 2);
        const epoch = await store.epoch();

        const report = await say(second, 3);

        expect(report).toMatchObject({ unchanged: 1, created: { evidence: 0 } });
        expect(await find()).toMatchObject({
          file: 'triples.csv',
          line: 3,
          earlier: [{ load: first, line: 2 }],
        });
        expect(await store.epoch()).not.toBe(epoch);
      });

      it('leave the line of the newest that stands when one is taken back', async () => {
        await say(first, 2);
        await say(second, 3);
        await say(third, 4);
        const epoch = await store.epoch();

        await store.undo(first);
        const withoutFirst = await find();
        await store.undo(third);

        expect(withoutFirst).toMatchObject({ line: 4, earlier: [{ load: second, line: 3 }] });
        expect(await find()).toMatchObject({ line: 3 });
        expect((await find())?.earlier).toBeUndefined();
        expect(await store.epoch()).not.toBe(epoch);
      });

      it('name an older one only where its line is another', async () => {
        await say(first, 2);
        await say(second, 2);
        const same = await find();
        await say(third, 4);

        expect(same).toMatchObject({ line: 2 });
        expect(same?.earlier).toBeUndefined();
        expect((await find())?.earlier).toEqual([
          { load: first, line: 2 },
          { load: second, line: 2 },
        ]);
      });

      it('cite the line of the first again when that is loaded again', async () => {
        await say(first, 2);
        await say(second, 3);
        const epoch = await store.epoch();

        await say(first, 2);

        expect(await find()).toMatchObject({ line: 2, earlier: [{ load: second, line: 3 }] });
        expect(await store.epoch()).not.toBe(epoch);
        expect((await store.loads()).map(({ evidence }) => evidence)).toEqual([1, 1]);
      });

      it('that an older version has written are cited as far as it kept their lines', async () => {
        await say(first, 2);
        const engine = await test.openEngine();
        await engine.write((transaction) =>
          transaction.run('MATCH (v:Evidence) SET v.also = $also', { also: [second] }),
        );
        await engine.close();

        await say(third, 4);
        const all = await find();
        await store.undo(third);
        const left = await find();
        await store.undo(first);

        expect(all).toMatchObject({ line: 4, earlier: [{ load: first, line: 2 }] });
        expect(left).toMatchObject({ line: 2 });
        expect(await find()).toMatchObject({ file: 'triples.csv' });
        expect(await find()).not.toHaveProperty('line');
      });
    });

    it('concern whom they declare, of whom they say something and who says it, and nobody else', async () => {
      const ids = ['a', 'b', 'c', 'd', 'never'].map((id) => EntityId.parse(id));
      const said = { ...citeLine(['v2', 'r'], 2), attributedTo: 'C', attributedToId: EntityId.parse('c') };
      await store.upsert(
        createBatch(
          {
            types: [createType('MET')],
            entities: [imply('a', 'A'), imply('b', 'B'), imply('c', 'C'), imply('d', 'D')],
            relations: [relate('r', 'a MET b')],
            evidence: [citeLine(['v1', 'r'], 1)],
          },
          { id: first },
        ),
      );
      await store.upsert(createBatch({ entities: [declare('d', 'D')], evidence: [said] }, { id: second }));

      const ask = async (load: LoadId): Promise<readonly string[]> => {
        const found: string[] = [];
        for (const id of ids) if (await store.concerns(load, [id])) found.push(id);
        return found;
      };
      expect(await ask(first)).toEqual(['a', 'b']);
      expect(await ask(second)).toEqual(['a', 'b', 'c', 'd']);
      expect(await ask(third)).toEqual([]);
      expect(await store.concerns(second, ids)).toBe(true);
    });

    it('declare nothing that they only name in passing', async () => {
      await store.upsert(
        createBatch({
          types: [createType('MET', { declared: false })],
          entities: [imply('a', 'A'), declare('b', 'B')],
        }),
      );

      expect(await readAll(store, 'MATCH (e:Entity) RETURN e.id, e.loads ORDER BY e.id')).toEqual([
        ['a', null],
        ['b', ['load-1']],
      ]);
      expect(await readAll(store, 'MATCH (t:RelationType) RETURN t.loads')).toEqual([[null]]);
    });
  });
}
