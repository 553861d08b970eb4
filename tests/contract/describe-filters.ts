import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DocumentId, EntityId } from '@/lib/model/ids';
import { everyRelation } from '@/lib/model/relation-filter';
import { RelationTypeName } from '@/lib/model/relation-type';
import type { GraphStore } from '@/lib/store/types';

import { createRandom } from '../faults/random';
import { china, littleWorld, usa } from './little-world.fixture';
import { createWorld, pick, randomFilter, tellAll } from './random-world.fixture';
import {
  countPair,
  isContested,
  isDenied,
  isPair,
  neighboursOf,
  passes,
  recount,
  simplify,
  sumOf,
} from './recount';
import type { OpenTestStore, TestStore } from './test-store';
import { ask } from './test-store';

const FILTERS = 40;
const SEED = 20_231_115;

/** What passes filters: counts that agree with a recount, whatever the filters. */
export function describeFilters(open: OpenTestStore): void {
  describe('counts under filters', () => {
    const random = createRandom(SEED);
    const batch = createWorld(random);
    const told = tellAll(batch);
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(batch);
    });
    afterAll(() => test.close());

    it.each(Array.from({ length: FILTERS }, (_, index) => [index, randomFilter(random)] as const))(
      'agree with a recount of all relations, for filter %i',
      async (_, filter) => {
        const facets = await store.facets(filter);
        const { total } = await store.slice(ask(filter));

        expect(simplify(facets)).toEqual(recount(batch, told, filter));
        expect(total).toEqual({ entities: facets.total.entities, relations: facets.total.relations });
      },
    );

    it.each(Array.from({ length: FILTERS }, (_, index) => [index, randomFilter(random)] as const))(
      'of an entity and of its busiest pair agree with a recount, for filter %i',
      async (_, filter) => {
        const entity = pick(random, told).subject;
        const of = told.filter(({ subject, object }) => subject === entity || object === entity);
        const other = pick(random, of);
        const between = told.filter(({ subject, object }) => isPair([subject, object], other));
        const passing = of.filter((each) => passes(each, filter));

        const found = await store.findEntity(EntityId.parse(entity), filter);
        const pair = await store.findBetween(
          { a: EntityId.parse(other.subject), b: EntityId.parse(other.object) },
          filter,
        );

        expect(found?.total).toMatchObject({
          relations: passing.length,
          denied: passing.filter(isDenied).length,
          neighbours: neighboursOf(entity, passing).size,
        });
        expect(found?.degree).toBe(neighboursOf(entity, of).size);
        expect(found?.unfiltered.relations).toBe(of.length);
        expect(sumOf(found?.tallies.map(({ relations }) => relations))).toBe(passing.length);
        expect(pair).toMatchObject(countPair(between, filter));
        expect(pair?.relations.flatMap(({ evidence }) => evidence)).toHaveLength(
          countPair(between, filter).evidence,
        );
      },
    );

    it('give the pairs of the whole store, both directions together', async () => {
      const pairs = new Map<string, { evidence: number; contested: number }>();
      for (const each of told) {
        const key = [each.subject, each.object].sort().join(' ');
        const before = pairs.get(key) ?? { evidence: 0, contested: 0 };
        pairs.set(key, {
          evidence: before.evidence + each.pieces.length,
          contested: before.contested + Number(isContested(each)),
        });
      }
      const best = (amounts: number[]) =>
        amounts
          .filter((n) => n > 0)
          .sort((a, b) => b - a)
          .slice(0, 5);

      const { busiest, contested } = await store.highlights();

      expect(busiest.map(({ evidence }) => evidence)).toEqual(
        best([...pairs.values()].map(({ evidence }) => evidence)),
      );
      expect(contested.map((pair) => pair.contested)).toEqual(
        best([...pairs.values()].map((pair) => pair.contested)),
      );
      for (const { a, b, evidence } of busiest) {
        expect((await store.findBetween({ a: a.id, b: b.id }))?.evidence).toBe(evidence);
      }
    });
  });

  describe('filters on what is read', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(littleWorld);
    });
    afterAll(() => test.close());

    it('leave of a pair the evidence from the sources that are asked for', async () => {
      const found = await store.findBetween(
        { a: usa, b: china },
        { ...everyRelation, sources: [DocumentId.parse('older')] },
      );

      expect(found?.relations.map(({ id, evidence }) => [id, evidence.map((each) => each.id)])).toEqual([
        ['accused', ['v-accused']],
      ]);
      expect(found).toMatchObject({
        total: 1,
        evidence: 1,
        unfiltered: { relations: 2, evidence: 4 },
      });
    });

    it.each([
      ['a source', { sources: [DocumentId.parse('older')] }, ['older.1']],
      ['a type', { types: [RelationTypeName.parse('MEMBER_OF')] }, ['undated.1']],
      [
        'a type and a source that has none of it',
        { types: [RelationTypeName.parse('MEMBER_OF')], sources: [DocumentId.parse('newer')] },
        [],
      ],
    ])('leave of an entity the passages that %s lets through', async (_, filter, expected) => {
      const asked = { ...everyRelation, ...filter };
      const found = await store.findPassages({ entity: usa, limit: 10, filter: asked });

      expect(found?.passages.map(({ id }) => id)).toEqual(expected);
      expect(found).toMatchObject({ total: expected.length, unfiltered: 3 });
      expect((await store.findEntity(usa, asked))?.total.passages).toBe(expected.length);
    });

    it('tell of each source what it says', async () => {
      const { sources, total } = await store.facets(everyRelation);

      expect(sources.map(({ source, count }) => [source.id, source.title, count])).toEqual([
        ['older', 'Document older', 2],
        ['newer', 'Document newer', 1],
        ['undated', 'Document undated', 1],
      ]);
      expect(total).toEqual({ entities: 8, relations: 4, evidence: 7, denied: 1, sources: 3 });
    });
  });
}
