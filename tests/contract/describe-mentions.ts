import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RELATION_PLACES } from '@/lib/store/cypher/relation-queries';
import type { Engine } from '@/lib/store/engine';
import { readEntities } from '@/lib/store/verbs/read/read-passages';
import { readRelationDetails } from '@/lib/store/verbs/read/relation-details';
import { readRelations, readTypes } from '@/lib/store/verbs/rows/relation-record';
import { toRelationPlace } from '@/lib/store/verbs/rows/stored-values';

import { cite, createBatch, relate } from './batch.fixture';
import { denial, littleWorld } from './little-world.fixture';
import type { OpenTestStoreOnEngine, TestStoreOnEngine } from './test-store';

/** Of which entities a relation shows the mentions, where several relations cite one passage. */
export function describeMentions(open: OpenTestStoreOnEngine): void {
  describe('relations that cite the same passage', () => {
    let test: TestStoreOnEngine;
    let engine: Engine;
    beforeAll(async () => {
      test = await open();
      await test.store.upsert(littleWorld);
      await test.store.upsert(
        createBatch({
          relations: [relate('listened', 'muller MET usa')],
          evidence: [cite(['v-listened', 'listened'], denial, { quote: 'listened' })],
        }),
      );
      engine = await test.openEngine();
    });
    afterAll(async () => {
      await engine.close();
      await test.close();
    });

    it('each show where it names their own two ends, and nobody else', async () => {
      const places = await engine.read(RELATION_PLACES, { ids: ['accused', 'listened'] });
      const records = await readRelations(engine, places.map(toRelationPlace));
      const ends = records.flatMap(({ subject, object }) => [subject, object]);

      const details = await readRelationDetails(engine, records, {
        entities: await readEntities(engine, ends),
        types: await readTypes(engine),
      });

      const mentioned = details.map(({ id, evidence }): [string, readonly string[]] => [
        id,
        evidence.find(({ passage }) => passage?.id === denial.id)?.mentions.map(({ entity }) => entity) ?? [],
      ]);
      expect(new Map(mentioned)).toEqual(
        new Map([
          ['accused', ['china', 'usa']],
          ['listened', ['usa', 'muller']],
        ]),
      );
    });
  });
}
