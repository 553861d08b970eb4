import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { GraphStore } from '@/lib/store/types';

import { citeLine, createBatch, declare, mention } from './batch.fixture';
import { dumpGraph, hashGraph } from './graph-hash';
import { balloon, littleWorld } from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';

/** The measure that other tests take: it must see every change of the graph, and nothing else. */
export function describeGraphHash(open: OpenTestStore): void {
  describe('the hash of a graph', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterEach(() => test.close());

    it('is one for one graph, however it was loaded and whenever the load began', async () => {
      const before = await hashGraph(store);
      const { evidence, relations, ...rest } = littleWorld;
      const second = await open();
      const load = { ...littleWorld.load, startedAt: '2031-01-01T00:00:00Z' };
      await second.store.upsert({ ...rest, load, relations: [], evidence: [] });
      await second.store.upsert({ ...createBatch({ relations, evidence }), load });

      expect(await hashGraph(second.store)).toBe(before);
      await second.close();
    });

    it.each([
      ['a property', { entities: [declare('usa', 'United States', { aliases: ['USA'] })] }],
      ['a mention', { mentions: [mention(balloon, 'nato', 'balloon')] }],
      ['a piece of evidence', { evidence: [citeLine(['v-more', 'member'], 9)] }],
    ])('is another when %s is', async (_, parts) => {
      const before = await hashGraph(store);

      await store.upsert(createBatch(parts));

      expect(await hashGraph(store)).not.toBe(before);
    });

    it('is over lines, one for each node and relationship', async () => {
      const lines = await dumpGraph(store);

      // 3 types, 8 entities with 5 other names, 3 documents, 4 passages, 8 pieces of evidence, 1 load; 5 relations, 4 parts, 8 mentions, 6 citations.
      expect(lines).toHaveLength(32 + 23);
    });
  });
}
