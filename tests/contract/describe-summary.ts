import { expect, it, describe } from '@jest/globals';

import { SUMMARY_DOCUMENTS_MAX } from '@/lib/model/summary';

import { cite, createBatch, createDocument, createPassage, createType, imply, relate } from './batch.fixture';
import { littleWorld } from './little-world.fixture';
import type { OpenTestStore } from './test-store';

/** What a store tells of itself as a whole. */
export function describeSummary(open: OpenTestStore): void {
  describe('a summary', () => {
    it('names the documents that most relations rest on, and counts them all', async () => {
      const { store, close } = await open();
      const ids = Array.from(
        { length: SUMMARY_DOCUMENTS_MAX + 10 },
        (_, at) => `many-${String(at).padStart(3, '0')}`,
      );
      const cited = createPassage(ids.at(-1) ?? '', 1, 'A passage.');
      await store.upsert(
        createBatch({
          types: [createType('MET')],
          entities: [imply('m1', 'M1'), imply('m2', 'M2')],
          documents: ids.map((id) => createDocument(id)),
          passages: [cited],
          relations: [relate('many', 'm1 MET m2')],
          evidence: [cite(['v-many', 'many'], cited)],
        }),
      );

      const { documents, counts } = await store.summary();
      await close();

      expect(documents).toHaveLength(SUMMARY_DOCUMENTS_MAX);
      expect(documents).toContainEqual(expect.objectContaining({ id: ids.at(-1), relations: 1 }));
      expect(counts.documents).toBeGreaterThanOrEqual(ids.length);
    });

    it('stands beside a schema: labels and relationship types with counts and property names', async () => {
      const { store, close } = await open();
      await store.upsert(littleWorld);

      const { engine, labels, relationshipTypes } = await store.schema();
      await close();

      expect(engine.version).toMatch(/^\d/);
      expect(labels.find(({ label }) => label === 'Entity')).toMatchObject({ count: 8 });
      expect(labels.find(({ label }) => label === 'Passage')?.properties).toEqual(
        expect.arrayContaining(['id', 'index', 'text']),
      );
      const accused = relationshipTypes.find(({ type }) => type === 'ACCUSED');
      expect(accused).toMatchObject({ count: 2 });
      expect(accused?.properties).toEqual(expect.arrayContaining(['about', 'evidence', 'id', 'start']));
    });
  });
}
