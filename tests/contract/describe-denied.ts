import { describe, expect, it } from '@jest/globals';

import { cite, createBatch, declare, relate } from './batch.fixture';
import { denial, littleWorld } from './little-world.fixture';
import { ask, type OpenTestStore } from './test-store';

/** What is only denied is no line, and yet nobody is lost by it. */
export function describeDenied(open: OpenTestStore): void {
  describe('what is only denied', () => {
    it('gives an entity whose only relation is denied, since it is there too', async () => {
      const denied = createBatch({
        entities: [declare('accuser', 'Accuser'), declare('target', 'Target')],
        relations: [relate('no', 'accuser ACCUSED target')],
        evidence: [cite(['v-no', 'no'], denial, { denies: true })],
      });
      const { store, close } = await open();
      await store.upsert(littleWorld);
      await store.upsert(denied);

      const { entities, total } = await store.slice(ask());
      await close();

      expect(entities.id).toEqual(expect.arrayContaining(['accuser', 'target']));
      expect(total.entities).toBe(entities.id.length);
    });
  });
}
