import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { EntityId, LoadId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import { citeLine, createBatch, createType, declare, imply, relate } from './batch.fixture';
import { dumpGraph } from './graph-hash';
import { littleWorld } from './little-world.fixture';
import type { OpenTestStoreOnEngine, TestStoreOnEngine } from './test-store';
import { ask, readAll } from './test-store';

const COMPOSED = 'Jos\u00e9';
const DECOMPOSED = 'Jose\u0301';

/** Whom a word may mean. */
export function describeFindNames(open: OpenTestStoreOnEngine): void {
  describe('names', () => {
    let test: TestStoreOnEngine;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
    });
    afterEach(() => test.close());

    /** What a cell may mean, as "id by". */
    async function find(cell: string): Promise<readonly string[]> {
      return ((await store.findNames([cell])).get(cell) ?? []).map(({ id, by }) => `${id} ${by}`);
    }

    it('mean an entity by its id, its name, its name but for case and accents, and its other names', async () => {
      await store.upsert(littleWorld);

      const cells = ['usa', 'United States', 'united  STATES', 'Washington', 'washington', 'nobody'];
      const found = await store.findNames(cells);

      const usa = { id: 'usa', name: 'United States', kind: 'country' };
      expect(Object.fromEntries(found)).toEqual({
        usa: [{ ...usa, by: 'id' }],
        'United States': [{ ...usa, by: 'name' }],
        'united  STATES': [{ ...usa, by: 'folded' }],
        Washington: [{ ...usa, by: 'alias', called: 'Washington' }],
        washington: [{ ...usa, by: 'alias', called: 'Washington' }],
      });
      expect(await find('jurgen muller')).toEqual(['muller folded']);
      expect(await find('习近平')).toEqual(['xi alias']);
    });

    it('mean first whose id it is, then by name in whatever Unicode form, then but for case, then by another name', async () => {
      await store.upsert(
        createBatch({
          entities: [
            declare('z', 'Other', { aliases: ['josé'] }),
            imply('y', 'JOSÉ'),
            imply('c', 'JOSE'),
            imply('b', DECOMPOSED),
            imply('a', COMPOSED),
            imply(COMPOSED, 'By id'),
          ],
        }),
      );

      const expected = ['a name', 'b name', 'c folded', 'y folded', 'z alias'];
      expect(await find(COMPOSED)).toEqual([`${COMPOSED} id`, ...expected]);
      expect(await find(DECOMPOSED)).toEqual(expected);
    });

    it('mean all who have them, of which those that have the very name come first', async () => {
      const many = Array.from({ length: 40 }, (_, index) => imply(`n${index + 10}`, 'TWIN'));
      await store.upsert(createBatch({ entities: [...many, imply('z', 'Twin')] }));

      const found = await find('Twin');

      expect(found).toHaveLength(41);
      expect(found.slice(0, 3)).toEqual(['z name', 'n10 folded', 'n11 folded']);
    });

    it('tell, of several, with which a dataset has had to do before', async () => {
      await store.upsert(
        createBatch({
          types: [createType('MET')],
          entities: [imply('twin-1', 'Twin'), imply('twin-2', 'Twin'), imply('a', 'A')],
        }),
      );
      await store.upsert(
        createBatch(
          { relations: [relate('r-1', 'twin-2 MET a')], evidence: [citeLine(['v-1', 'r-1'], 1)] },
          { id: LoadId.parse('l-own'), dataset: 'own' },
        ),
      );

      const ownOf = async (dataset: string): Promise<readonly string[]> =>
        ((await store.findNames(['Twin'], dataset)).get('Twin') ?? []).flatMap(({ id, isOwn }) =>
          isOwn ? [id] : [],
        );

      expect(await ownOf('own')).toEqual(['twin-2']);
      expect(await ownOf('other')).toEqual([]);
    });

    it('mean what an entity is called now, not what it was called before', async () => {
      await store.upsert(createBatch({ entities: [declare('a', 'Old', { aliases: ['Older', 'Kept'] })] }));

      await store.upsert(createBatch({ entities: [declare('a', 'New', { aliases: ['Newer', 'Kept'] })] }));

      const found = await store.findNames(['Old', 'Older', 'Kept', 'New', 'Newer']);
      expect([...found.keys()]).toEqual(['Kept', 'New', 'Newer']);
    });

    it('are found for thousands of cells at once', async () => {
      const cells = Array.from({ length: 2_000 }, (_, index) => `Name ${index}`);
      await store.upsert(createBatch({ entities: cells.map((cell, index) => imply(`n${index}`, cell)) }));

      const found = await store.findNames(cells.map((cell) => cell.toUpperCase()));

      expect([...found.values()].map(([first]) => first?.id)).toEqual(cells.map((_, index) => `n${index}`));
    });

    it('are kept beside the graph: nothing that is counted or shown holds them', async () => {
      await store.upsert(createBatch({ types: [createType('MET')], entities: [declare('a', 'A')] }));
      const before = await Promise.all([store.summary(), store.slice(ask())]);

      await store.upsert(createBatch({ entities: [declare('a', 'A', { aliases: ['B', 'C', 'D'] })] }));

      expect(await Promise.all([store.summary(), store.slice(ask())])).toEqual(before);
      expect((await store.findEntity(EntityId.parse('a')))?.degree).toBe(0);
      expect(await readAll(store, 'MATCH (a:Alias) RETURN a.name ORDER BY a.name')).toEqual([
        ['B'],
        ['C'],
        ['D'],
      ]);
      expect(await readAll(store, 'MATCH (a:Alias)--() RETURN a')).toEqual([]);
    });

    it('are found in a store that an older version has filled', async () => {
      await store.upsert(littleWorld);
      const before = await dumpGraph(store);
      const epoch = await store.epoch();
      const engine = await test.openEngine();
      await engine.write(async (transaction) => {
        await transaction.run('MATCH (e:Entity) REMOVE e.key');
        await transaction.run('MATCH (a:Alias) DELETE a');
        await transaction.run('MATCH (s:Store) REMOVE s.names');
      });
      await engine.close();
      expect(await find('washington')).toEqual([]);

      const second = await test.openSecond();

      expect(await find('washington')).toEqual(['usa alias']);
      expect(await dumpGraph(second)).toEqual(before);
      expect(await second.epoch()).toBe(epoch);
      await second.close();
    });
  });
}
