import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DocumentId, EntityId, RelationId } from '@/lib/model/ids';
import { sliceCodePoints } from '@/lib/model/text-offsets';
import type { GraphStore } from '@/lib/store/types';

import { cite, createBatch, createDocument, createPassage, mention } from './batch.fixture';
import {
  balloon,
  blinken,
  china,
  denial,
  littleWorld,
  meeting,
  memory,
  usa,
  xi,
} from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';

const nobody = EntityId.parse('nobody');

/** What is told about an entity, a relation, a pair, a document, and the whole. */
export function describeDetails(open: OpenTestStore): void {
  describe('details of the little world', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterAll(() => test.close());

    it('tells an entity with its relations, those with the most evidence first, denied ones marked', async () => {
      const found = await store.findEntity(usa);

      expect(found).toMatchObject({
        id: 'usa',
        name: 'United States',
        aliases: ['USA', 'Washington'],
        degree: 2,
      });
      expect(found?.relations.map(({ id, denied, evidence }) => [id, denied, evidence])).toEqual([
        ['accused', false, 3],
        ['member', false, 2],
        ['denied', true, 1],
      ]);
      expect(found?.total).toEqual({ relations: 3, denied: 1, neighbours: 2, passages: 3 });
      expect(found?.unfiltered).toEqual({ relations: 3, passages: 3 });
    });

    it('tells a relation of an entity as a sentence needs it', async () => {
      const [relation] = (await store.findEntity(blinken))?.relations ?? [];

      expect(relation).toEqual({
        id: 'met',
        type: 'MET',
        label: 'met',
        inverse: 'met',
        class: 'verbal-cooperation',
        subject: { id: 'blinken', name: 'Antony Blinken', kind: 'person' },
        object: { id: 'xi', name: 'Xi Jinping', kind: 'person' },
        about: null,
        when: { start: '2023-06-18', end: '2023-06-19', precision: 'day' },
        place: 'Beijing',
        modality: 'actual',
        evidence: 1,
        documents: 1,
        contested: false,
        denied: false,
        coMentionsOnly: false,
        speakers: [],
      });
    });

    it('has nothing to tell of what is not there', async () => {
      expect(await store.findEntity(nobody)).toBeUndefined();
      expect(await store.findPassages({ entity: nobody, limit: 5 })).toBeUndefined();
      expect(await store.findRelation(RelationId.parse('nothing'))).toBeUndefined();
      expect(await store.findBetween({ a: usa, b: nobody })).toBeUndefined();
      expect(await store.findBetween({ a: nobody, b: usa })).toBeUndefined();
      expect(await store.findDocument(DocumentId.parse('nothing'))).toBeUndefined();
    });

    it('tells a relation with its passages: supports before denials, newest document first', async () => {
      const found = await store.findRelation(RelationId.parse('accused'));

      expect(found).toMatchObject({ type: 'ACCUSED', about: 'spying', contested: true, place: null });
      expect(found?.subject).toMatchObject({ id: 'usa', aliases: ['USA', 'Washington'] });
      expect(found?.evidence.map(({ id }) => id)).toEqual(['v-accused-again', 'v-accused', 'v-rejected']);
      expect(found?.evidence[1]).toMatchObject({
        stance: 'supports',
        passage: { id: 'older.1', index: 1, text: balloon.text },
        document: { id: 'older', title: 'Document older', published: '2023-06-18' },
      });
    });

    it('keeps offsets in code points, whatever stands before them', async () => {
      const accused = await store.findRelation(RelationId.parse('accused'));
      const met = await store.findRelation(RelationId.parse('met'));
      const quotes = [...(accused?.evidence ?? []), ...(met?.evidence ?? [])].map(({ passage, start, end }) =>
        sliceCodePoints(passage?.text ?? '', start ?? 0, end ?? 0),
      );

      expect(quotes).toEqual(['the accusation', 'accused China', 'rejected', '习近平会见了布林肯']);
    });

    it('marks where a passage names subject and object, and nobody else', async () => {
      const found = await store.findRelation(RelationId.parse('accused'));

      const [evidence] = found?.evidence ?? [];
      expect(evidence?.mentions.map(({ entity }) => entity)).toEqual(['china', 'usa']);
      const named = evidence?.mentions.map(({ start, end }) => sliceCodePoints(denial.text, start, end));
      expect(named).toEqual(['China', 'United States']);
    });

    it('tells a bare line as evidence without a passage', async () => {
      const found = await store.findRelation(RelationId.parse('itself'));

      expect(found?.evidence).toEqual([
        { id: 'v-itself', stance: 'supports', grade: 'row', file: 'triples.csv', line: 8, mentions: [] },
      ]);
    });

    it('tells every relation of a pair, both directions, the denied one included, in the same order either way', async () => {
      const [there, back] = [
        await store.findBetween({ a: usa, b: china }),
        await store.findBetween({ a: china, b: usa }),
      ];

      expect(there?.relations.map(({ id, subject }) => [id, subject.id])).toEqual([
        ['accused', 'usa'],
        ['denied', 'china'],
      ]);
      expect(there?.total).toBe(2);
      expect(back).toEqual(there);
    });

    it('tells what an entity does to itself once', async () => {
      const found = await store.findBetween({ a: china, b: china });

      expect(found?.relations.map(({ id }) => id)).toEqual(['itself']);
    });

    it('tells of a pair that has nothing in common that there is nothing', async () => {
      expect(await store.findBetween({ a: xi, b: usa })).toEqual({
        relations: [],
        total: 0,
        evidence: 0,
        unfiltered: { relations: 0, evidence: 0 },
      });
    });

    it('lists documents newest first with the numbers of their passages and relations', async () => {
      const { documents, total } = await store.documents();

      expect(documents.map(({ id, passages, relations }) => [id, passages, relations])).toEqual([
        ['newer', 1, 2],
        ['older', 2, 2],
        ['undated', 1, 1],
      ]);
      expect(total).toBe(3);
    });

    it('tells a document: its passages in order, whom they name, what they say', async () => {
      const found = await store.findDocument(DocumentId.parse('older'));

      expect(found?.passages.map(({ text }) => text)).toEqual([balloon.text, meeting.text]);
      expect(found?.passages[1]).toMatchObject({
        mentions: [{ entity: 'blinken' }, { entity: 'xi' }],
        relations: ['met'],
      });
      expect(found?.entities.map(({ id }) => id)).toEqual(['blinken', 'china', 'usa', 'xi']);
      expect(found?.relations.map(({ id }) => id)).toEqual(['accused', 'met']);
      expect(found?.evidence.map(({ id, passage }) => [id, passage])).toEqual([
        ['v-accused', 'older.1'],
        ['v-met', 'older.2'],
      ]);
    });

    it('tells a document whose relations are only denied', async () => {
      const found = await store.findDocument(DocumentId.parse('newer'));

      expect(found?.relations.map(({ id, denied }) => [id, denied])).toEqual([
        ['accused', false],
        ['denied', true],
      ]);
      expect(found?.evidence.map(({ id }) => id)).toEqual(['v-denied', 'v-rejected', 'v-accused-again']);
    });

    it('sums up what there is', async () => {
      const summary = await store.summary();

      expect(summary).toMatchObject({
        datasets: [{ id: 'little-world', title: 'A little world' }],
        counts: { entities: 8, relations: 5, evidence: 8, passages: 4, documents: 3 },
        kinds: [
          { kind: 'person', count: 3 },
          { kind: 'organisation', count: 2 },
          { kind: 'country', count: 3 },
        ],
        classes: [
          { class: 'verbal-cooperation', count: 2 },
          { class: 'verbal-conflict', count: 2 },
          { class: 'none', count: 1 },
        ],
        span: { start: '2022', end: '2023-06-19' },
      });
      expect(summary.types.map(({ type, count }) => [type, count])).toEqual([
        ['ACCUSED', 2],
        ['MET', 2],
        ['MEMBER_OF', 1],
      ]);
      expect(summary.documents.map(({ id, relations }) => [id, relations])).toEqual([
        ['newer', 2],
        ['older', 2],
        ['undated', 1],
      ]);
    });
  });

  describe('passages of an entity', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterAll(() => test.close());

    it('are those that name it or are evidence of its relations, newest document first', async () => {
      const found = await store.findPassages({ entity: usa, limit: 10 });

      expect(found?.passages.map(({ id }) => id)).toEqual([denial.id, balloon.id, memory.id]);
      expect(found?.passages[0]).toMatchObject({
        document: { id: 'newer' },
        relations: ['accused', 'denied'],
      });
      expect(found).toMatchObject({ total: 3 });
      expect(found?.next).toBeUndefined();
    });

    it('include one that is evidence without naming it', async () => {
      const found = await store.findPassages({ entity: EntityId.parse('nato'), limit: 10 });

      expect(found?.passages.map(({ id }) => id)).toEqual([memory.id]);
    });

    it('come in pages that neither repeat nor miss one when a newer passage arrives in between', async () => {
      const first = await store.findPassages({ entity: usa, limit: 1 });
      const latest = createPassage('latest', 1, 'The United States again.');
      await store.upsert(
        createBatch({
          documents: [createDocument('latest', '2024')],
          passages: [latest],
          mentions: [mention(latest, 'usa', 'United States')],
          evidence: [cite(['v-latest', 'member'], latest)],
        }),
      );

      const second = await store.findPassages({ entity: usa, limit: 1, cursor: first?.next });
      const third = await store.findPassages({ entity: usa, limit: 1, cursor: second?.next });

      const ids = [first, second, third].flatMap((page) => page?.passages.map(({ id }) => id) ?? []);
      expect(ids).toEqual([denial.id, balloon.id, memory.id]);
      expect(third).toMatchObject({ total: 4 });
      expect(third?.next).toBeUndefined();
    });

    it.each(['', 'x', '%%%', 'bnVsbA', 'WzEsMiwzXQ'])('are refused for the cursor "%s"', async (cursor) => {
      await expect(store.findPassages({ entity: usa, limit: 1, cursor })).rejects.toMatchObject({
        failure: 'invalid',
      });
    });
  });
}
