import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DocumentId, EntityId } from '@/lib/model/ids';
import { RelationTypeName } from '@/lib/model/relation-type';
import type { GraphStore } from '@/lib/store/types';

import { citeLine, createBatch, createStar, createType, imply, relate } from './batch.fixture';
import { alone, blinken, china, littleWorld, usa, xi } from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';
import { ask } from './test-store';

const HUB_NEIGHBOURS = 120;

/** What a slice holds. */
export function describeSlice(open: OpenTestStore): void {
  describe('slice of the little world', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterAll(() => test.close());

    it('begins with the entities that have most evidence; relations that are only denied do not count', async () => {
      const { entities, relations, shown, total } = await store.slice(ask());

      expect(entities.id).toEqual([
        'usa',
        'china',
        'nato',
        'blinken',
        'xi',
        'alone',
        'china-daily',
        'muller',
      ]);
      expect(entities.relations).toEqual([2, 2, 1, 1, 1, 0, 0, 0]);
      expect(entities.degree).toEqual([2, 1, 1, 1, 1, 0, 0, 0]);
      expect(relations.id).toEqual(['accused', 'member', 'itself', 'met']);
      expect({ shown, total }).toEqual({
        shown: { entities: 8, relations: 4 },
        total: { entities: 8, relations: 4 },
      });
    });

    it('gives relations as columns with indices into the entities', async () => {
      const { entities, relations } = await store.slice(
        ask({ seeds: [usa], types: [RelationTypeName.parse('ACCUSED')] }),
      );

      expect(relations).toEqual({
        id: ['accused'],
        type: ['ACCUSED'],
        class: ['verbal-conflict'],
        subject: [entities.id.indexOf(usa)],
        object: [entities.id.indexOf(china)],
        start: ['2023-02'],
        evidence: [3],
        documents: [2],
        contested: [true],
        modality: ['actual'],
        speakers: [[]],
        coMentionsOnly: [false],
      });
    });

    it('gives the same bytes for the same question', async () => {
      const query = ask({ seeds: [usa, xi], depth: 2 });

      const [first, second] = [await store.slice(query), await store.slice(query)];

      expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    });

    it.each([
      ['a type', { types: [RelationTypeName.parse('MET')] }, ['itself', 'met']],
      [
        'two types',
        { types: ['MET', 'MEMBER_OF'].map((type) => RelationTypeName.parse(type)) },
        ['itself', 'member', 'met'],
      ],
      ['a class', { classes: ['verbal-conflict' as const] }, ['accused']],
      ['a source', { sources: [DocumentId.parse('older')] }, ['accused', 'met']],
      ['the kind of both ends', { kinds: ['person' as const] }, ['met']],
      ['kinds', { kinds: ['country' as const, 'organisation' as const] }, ['accused', 'itself', 'member']],
      ['a modality', { modalities: ['hypothetical' as const] }, ['itself']],
      ['least evidence', { minEvidence: 2 }, ['accused', 'member']],
      ['a beginning inside a relation', { from: '2023-06-19' }, ['met']],
      ['a beginning in the month of a relation', { from: '2023-02-20' }, ['accused', 'met']],
      ['an end in the year of a relation', { to: '2022-05' }, ['itself']],
      ['an end that is a whole year', { to: '2023' }, ['accused', 'itself', 'met']],
      ['both', { from: '2023', to: '2023-05' }, ['accused']],
      ['what nothing passes', { minEvidence: 99 }, []],
    ])('keeps the relations that pass a filter by %s', async (_, filter, expected) => {
      const { relations, total } = await store.slice(ask(filter));

      expect([...relations.id].sort()).toEqual(expected);
      expect(total.relations).toBe(expected.length);
    });

    it('leaves out entities without a relation that passes', async () => {
      const { entities, total } = await store.slice(ask({ types: [RelationTypeName.parse('MET')] }));

      expect([...entities.id].sort()).toEqual(['blinken', 'china', 'xi']);
      expect(total.entities).toBe(3);
    });

    it('gives the entities of a kind that is asked for, whether or not a relation joins them', async () => {
      const { entities, total } = await store.slice(ask({ kinds: ['person'] }));

      expect(entities.id).toEqual(['blinken', 'xi', 'muller']);
      expect(total).toEqual({ entities: 3, relations: 1 });
    });

    it('gives the true degree whatever the filters', async () => {
      const { entities } = await store.slice(ask({ types: [RelationTypeName.parse('MEMBER_OF')] }));

      expect(entities).toMatchObject({ id: ['nato', 'usa'], degree: [1, 2] });
    });

    it('gives the seeds and what stands between them at depth 0', async () => {
      const { entities, relations } = await store.slice(ask({ seeds: [usa, china], depth: 0 }));

      expect(entities.id).toEqual([usa, china]);
      expect(relations.id).toEqual(['accused', 'itself']);
    });

    it('gives a seed that stands alone', async () => {
      const { entities, total } = await store.slice(ask({ seeds: [alone] }));

      expect(entities.id).toEqual([alone]);
      expect(total).toEqual({ entities: 1, relations: 0 });
    });

    it('leaves out seeds that nobody knows, and is empty when there is no other', async () => {
      const nobody = EntityId.parse('nobody');

      const some = await store.slice(ask({ seeds: [nobody, blinken] }));
      const none = await store.slice(ask({ seeds: [nobody] }));

      expect(some.entities.id).toEqual([blinken, xi]);
      expect(none).toMatchObject({
        shown: { entities: 0, relations: 0 },
        total: { entities: 0, relations: 0 },
      });
    });
  });

  describe('slice around a hub', () => {
    let test: TestStore;
    let store: GraphStore;
    const hub = EntityId.parse('hub');
    beforeAll(async () => {
      test = await open();
      store = test.store;
      const star = Array.from(
        { length: HUB_NEIGHBOURS },
        (_, index) => [`n${index}`, 'hub', index === 7 ? 3 : 1] as const,
      );
      await store.upsert(
        createStar('MET', [...star, ['seed', 'hub', 1], ['n3', 'far', 1], ['n7', 'far', 2]]),
      );
      await store.upsert(
        createBatch({
          types: [createType('CALLED')],
          entities: [imply('recent', 'Recent')],
          relations: [relate('called', 'hub CALLED recent', { start: '2024-01' })],
          evidence: [citeLine(['v-called', 'called'], 1)],
        }),
      );
    });
    afterAll(() => test.close());

    it('takes the best neighbours: most evidence, then the most recent, then the first id', async () => {
      const { entities, shown, total } = await store.slice(ask({ seeds: [hub], limit: 5 }));

      expect(entities.id).toEqual(['hub', 'n7', 'recent', 'n0', 'n1']);
      expect(entities.degree[0]).toBe(HUB_NEIGHBOURS + 2);
      expect(shown.entities).toBe(5);
      expect(total).toEqual({ entities: HUB_NEIGHBOURS + 3, relations: HUB_NEIGHBOURS + 2 });
    });

    it('goes through the hub to its best neighbours only, never beyond the limit', async () => {
      const { entities, total } = await store.slice(
        ask({ seeds: [EntityId.parse('seed')], depth: 2, limit: 4 }),
      );

      expect(entities.id).toEqual(['seed', 'hub', 'n7', 'recent']);
      expect(total.entities).toBe(HUB_NEIGHBOURS + 3);
    });

    it('reaches what is three steps away', async () => {
      const { entities } = await store.slice(ask({ seeds: [EntityId.parse('far')], depth: 3, limit: 300 }));

      expect(entities.id.slice(0, 4)).toEqual(['far', 'n7', 'n3', 'hub']);
      expect(entities.id).toHaveLength(HUB_NEIGHBOURS + 4);
    });

    it('cuts relations at ten times the limit', async () => {
      const pairs = Array.from({ length: 25 }, (_, index) => [`p`, `q`, index === 24 ? 2 : 1] as const);
      const many = createStar('FOUGHT', pairs);
      await store.upsert({
        ...many,
        relations: many.relations.map((each) => relate(`p-${each.id}`, 'p FOUGHT q')),
        evidence: many.evidence.map((each, line) =>
          citeLine([`p-${each.id}`, `p-${each.relation}`], line + 1),
        ),
      });

      const { relations, shown, total } = await store.slice(
        ask({ seeds: [EntityId.parse('p'), EntityId.parse('q')], depth: 0, limit: 2 }),
      );

      expect(relations.id[0]).toBe('p-r24');
      expect(shown).toEqual({ entities: 2, relations: 20 });
      expect(total).toEqual({ entities: 2, relations: 25 });
    });

    it('gives every neighbour with a line to the one that it was found from, however many lines others have', async () => {
      const many = Array.from(
        { length: 60 },
        (_, index) =>
          [index % 2 === 0 ? 'crowd-a' : 'crowd-b', index % 2 === 0 ? 'crowd-b' : 'crowd-a', 5] as const,
      );
      const near = ['crowd-a', 'crowd-b', 'quiet'].map((id) => ['middle', id, 1] as const);
      const far = [['quiet', 'outer', 1]] as const;
      const star = createStar('CALLED', [...many, ...near, ...far]);
      const rename = (id: string) => `crowd-${id}`;
      await store.upsert({
        ...star,
        relations: star.relations.map((each) =>
          relate(rename(each.id), `${each.subject} CALLED ${each.object}`),
        ),
        evidence: star.evidence.map((each, line) =>
          citeLine([rename(each.id), rename(each.relation)], line + 1),
        ),
      });

      const { entities, relations, shown } = await store.slice(
        ask({ seeds: [EntityId.parse('middle')], depth: 2, limit: 5 }),
      );

      expect(shown).toEqual({ entities: 5, relations: 50 });
      const pairs = relations.subject.map((subject, index) =>
        [subject, relations.object[index] ?? -1]
          .map((at) => entities.id[at])
          .sort()
          .join(' '),
      );
      expect(pairs).toEqual(
        expect.arrayContaining(['crowd-a middle', 'crowd-b middle', 'middle quiet', 'outer quiet']),
      );
    });
  });
}
