import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { sliceCodePoints } from '@/lib/model/text-offsets';
import type { GraphStore } from '@/lib/store/types';

import { createBatch, createPassage, createType, declare, imply } from './batch.fixture';
import { littleWorld } from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';

/** What is found for what a person types. */
export function describeSearch(open: OpenTestStore): void {
  describe('search', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterAll(() => test.close());

    it.each([
      ['the name', 'China', 'china'],
      ['the name in another case', 'cHINA', 'china'],
      ['an alias', 'USA', 'usa'],
      ['an alias in Chinese', '中国', 'china'],
      ['a name in Chinese', '习近平', 'xi'],
      ['the beginning of a name', 'Liech', 'alone'],
      ['a later word of the name', 'blink', 'blinken'],
      ['a name without its accent', 'muller', 'muller'],
      ['a name with an accent too many', 'Ántony Blinken', 'blinken'],
      ['a name with a letter missing', 'Blinkn', 'blinken'],
      ['a name with a letter wrong', 'Jinpeng', 'xi'],
      ['two words, the second begun', 'antony bl', 'blinken'],
    ])('finds an entity by %s', async (_, text, id) => {
      const { entities, total } = await store.search({ text, limit: 5 });

      expect(entities[0]?.id).toBe(id);
      expect(total.entities).toBeGreaterThanOrEqual(entities.length);
    });

    it('puts the exact name before names that begin with it, and those before what resembles it', async () => {
      const { entities } = await store.search({ text: 'china', limit: 5 });

      expect(entities.map(({ id }) => id)).toEqual(['china', 'china-daily']);
    });

    it('puts an exact alias before the beginning of a name', async () => {
      await store.upsert(createBatch({ entities: [imply('washington-post', 'Washington Post')] }));

      const { entities } = await store.search({ text: 'washington', limit: 5 });

      expect(entities.map(({ id }) => id)).toEqual(['usa', 'washington-post']);
    });

    it.each([
      ['label', 'accused', ['ACCUSED']],
      ['inverse', 'has the member', ['MEMBER_OF']],
      ['name', 'MEMBER_OF', ['MEMBER_OF']],
      ['beginning', 'accu', ['ACCUSED']],
      ['later word', 'member', ['MEMBER_OF']],
    ])('finds a relation type by its %s', async (_, text, types) => {
      const found = await store.search({ text, limit: 5 });

      expect(found.types.map(({ type }) => type)).toEqual(types);
      expect(found.total.types).toBe(types.length);
    });

    it('finds a passage and marks the words in it, in code points', async () => {
      const { passages, total } = await store.search({ text: 'balloon', limit: 5 });

      expect(passages.map(({ passage, document }) => [passage.id, document.id])).toEqual([
        ['older.1', 'older'],
      ]);
      expect(marked(passages)).toEqual([['balloon']]);
      expect(total.passages).toBe(1);
    });

    it.each([
      ['another form of its word', 'accusing', [['accused'], ['accusation']], ['newer.1', 'older.1']],
      ['forms of two words', 'accusations balloons', [['accused', 'balloon']], ['older.1']],
      ['a form and the beginning of a word', 'accuses ball', [['accused', 'balloon']], ['older.1']],
      ['a form and a word in another case', 'REJECTS muller', [['rejected', 'Müller']], ['newer.1']],
      ['its words among common ones', 'the rejection of', [['rejected']], ['newer.1']],
    ])('finds a passage by %s', async (...[, text, words, ids]) => {
      const { passages, total } = await store.search({ text, limit: 5 });

      expect(passages.map(({ passage }) => passage.id).sort()).toEqual(ids);
      expect(marked(passages).sort()).toEqual([...words].sort());
      expect(total.passages).toBe(ids.length);
    });

    it('tells who a passage names and which evidence it is, what was searched for first', async () => {
      const { passages } = await store.search({ text: 'rejects', limit: 5 });

      expect(passages.map(({ entities }) => [...entities].sort())).toEqual([['china', 'muller', 'usa']]);
      expect(passages[0]?.entities[0]).toBe('china');
      expect(passages[0]?.evidence[0]).toEqual({
        ...{ id: 'v-rejected', subject: 'usa', object: 'china' },
        grade: 'exact',
      });
      expect(passages[0]?.evidence.map(({ id }) => id).sort()).toEqual([
        'v-accused-again',
        'v-denied',
        'v-rejected',
      ]);
    });

    it.each([
      ['deny', ['DENIED']],
      ['denies', ['DENIED']],
      ['meeting with the press', ['HELD_MEETINGS']],
      ['held meeting', ['HELD_MEETINGS']],
    ])('finds a relation type by a form of its words: %s', async (text, types) => {
      await store.upsert(
        createBatch({
          types: [
            createType('DENIED', { label: 'denied', inverse: 'was refused by' }),
            createType('HELD_MEETINGS', { label: 'held meetings with the press', inverse: 'was met by' }),
          ],
        }),
      );

      expect((await store.search({ text, limit: 5 })).types.map(({ type }) => type)).toEqual(types);
    });

    it.each(['the', 'the of', 'Of  THE', 'is a'])(
      'finds nothing for common words alone: %s',
      async (text) => {
        const { entities, types, passages, total, leftOut } = await store.search({ text, limit: 5 });

        expect({ entities, types, passages }).toEqual({ entities: [], types: [], passages: [] });
        expect(total).toEqual({ entities: 0, types: 0, passages: 0 });
        expect(leftOut).toEqual(text.toLowerCase().split(/\s+/u));
      },
    );

    it('finds what is called by common words, and what begins with one', async () => {
      await store.upsert(
        createBatch({ entities: [imply('it', 'It'), imply('the-the', 'The The'), imply('italy', 'Italy')] }),
      );

      expect((await store.search({ text: 'it', limit: 5 })).entities.map(({ id }) => id)).toEqual([
        'it',
        'italy',
      ]);
      expect((await store.search({ text: 'the the', limit: 5 })).entities.map(({ id }) => id)).toEqual([
        'the-the',
      ]);
    });

    it('says which common words it left out beside others', async () => {
      expect((await store.search({ text: 'the balloon of', limit: 5 })).leftOut).toEqual(['the', 'of']);
      expect((await store.search({ text: 'balloon', limit: 5 })).leftOut).toEqual([]);
    });

    it('takes some of the words where nothing has all of them', async () => {
      const { passages } = await store.search({ text: 'balloon qqqqzzzz', limit: 5 });

      expect(passages.map(({ passage }) => passage.id)).toEqual(['older.1']);
    });

    it('finds a passage by a part of a Chinese text', async () => {
      const { passages } = await store.search({ text: '会见', limit: 5 });

      expect(passages.map(({ passage }) => passage.id)).toEqual(['older.2']);
      expect(marked(passages)).toEqual([['会见']]);
    });

    it('marks words in a passage whatever their case and accents', async () => {
      const { passages } = await store.search({ text: 'MULLER listened', limit: 5 });

      expect(marked(passages)).toEqual([['Müller', 'listened']]);
    });

    it('finds nothing for nothing and for what is nowhere', async () => {
      const nothing = {
        entities: [],
        types: [],
        passages: [],
        total: { entities: 0, types: 0, passages: 0 },
        leftOut: [],
      };

      expect(await store.search({ text: '  ', limit: 5 })).toEqual(nothing);
      expect(await store.search({ text: 'zzzzqqqq', limit: 5 })).toEqual(nothing);
    });

    it.each(['"', '\\', '(', '*', 'a AND', 'name:', '~', '[a-z]+(a+)+$', '`', "'", '\u0000', '/'])(
      'takes %j as text, not as syntax',
      async (text) => {
        const { total } = await store.search({ text, limit: 5 });

        expect(total.types).toBe(0);
      },
    );

    it('follows a renamed entity and finds a new passage at once', async () => {
      await store.upsert(
        createBatch({
          entities: [declare('alone', 'Principality')],
          passages: [createPassage('undated', 2, 'A zeppelin appeared.')],
        }),
      );

      expect((await store.search({ text: 'Principality', limit: 5 })).entities.map(({ id }) => id)).toEqual([
        'alone',
      ]);
      expect((await store.search({ text: 'Liechtenstein', limit: 5 })).entities).toEqual([]);
      expect((await store.search({ text: 'zeppelin', limit: 5 })).passages).toHaveLength(1);
    });

    it('gives no more than asked and counts all', async () => {
      const { entities, total } = await store.search({ text: 'china', limit: 1 });

      expect(entities.map(({ id }) => id)).toEqual(['china']);
      expect(total.entities).toBe(2);
    });
  });
}

type Passages = Awaited<ReturnType<GraphStore['search']>>['passages'];

function marked(passages: Passages): string[][] {
  return passages.map(({ passage, spans }) =>
    spans.map(({ start, end }) => sliceCodePoints(passage.text, start, end)),
  );
}
