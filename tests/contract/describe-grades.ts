import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { Evidence, EvidenceGrade } from '@/lib/model/evidence';
import { DocumentId, EntityId, LoadId, RelationId } from '@/lib/model/ids';
import { everyRelation } from '@/lib/model/relation-filter';
import type { GraphStore } from '@/lib/store/types';

import {
  cite,
  citeDocument,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  imply,
  mention,
  relate,
} from './batch.fixture';
import { dumpGraph } from './graph-hash';
import { ask, readAll, type OpenTestStore, type TestStore } from './test-store';

const [read, other] = [createDocument('read', '2024'), createDocument('other', '2023')];
const [both, alsoBoth] = [createPassage('read', 1, 'Ana met Bo.'), createPassage('other', 1, 'Bo and Ana.')];
const [ana, bo] = [EntityId.parse('ana'), EntityId.parse('bo')];
const said = 'Ana and Bo are said to have met.';

/** `met` has every grade, `named` co-mentions alone, `left` a co-mention and a denial, `line` a line of a file. */
const graded = createBatch(
  {
    types: [createType('MET'), createType('NAMED'), createType('LEFT'), createType('LINE')],
    entities: [imply('ana', 'Ana'), imply('bo', 'Bo')],
    documents: [read, other],
    passages: [both, alsoBoth],
    mentions: [mention(both, 'ana', 'Ana'), mention(both, 'bo', 'Bo'), mention(alsoBoth, 'bo', 'Bo')],
    relations: [
      relate('met', 'ana MET bo'),
      relate('named', 'ana NAMED bo'),
      relate('left', 'bo LEFT ana'),
      relate('line', 'ana LINE bo'),
    ],
    evidence: [
      { ...cite(['v-exact', 'met'], both, { grade: 'exact' }), statement: said },
      cite(['v-plain', 'met'], both, { quote: 'met' }),
      citeOf('candidate', ['v-sole', 'met']),
      citeOf('co-mention', ['v-together', 'met']),
      citeLine(['v-line', 'met'], 3),
      citeOf('co-mention', ['v-one', 'named']),
      { ...citeDocument(['v-two', 'named'], read), grade: 'co-mention' },
      citeOf('co-mention', ['v-left', 'left']),
      cite(['v-denied', 'left'], both, { denies: true }),
      { ...citeLine(['v-only-line', 'line'], 4), statement: said },
    ],
  },
  { id: LoadId.parse('one') },
);

function citeOf(grade: EvidenceGrade, ids: readonly [string, string]): Evidence {
  return cite(ids, alsoBoth, { grade });
}

const grades = {
  'v-exact': 'exact',
  'v-plain': 'exact',
  'v-sole': 'candidate',
  'v-together': 'co-mention',
  'v-line': 'row',
};

/** How evidence is tied to its source, and what an extractor wrote about it. */
export function describeGrades(open: OpenTestStore): void {
  describe('grades of evidence', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
      await store.upsert(graded);
    });
    afterEach(() => test.close());

    const findGrades = async (id: string) => {
      const relation = await store.findRelation(RelationId.parse(id));
      return Object.fromEntries(relation?.evidence.map((each) => [each.id, each.grade]) ?? []);
    };

    it('are told with every piece of evidence, and stored only where the input said one', async () => {
      expect(await findGrades('met')).toEqual(grades);
      expect(
        await readAll(
          store,
          'MATCH (v:Evidence) WHERE v.grade IS NOT NULL RETURN v.id, v.grade ORDER BY v.id',
        ),
      ).toEqual([
        ['v-left', 'co-mention'],
        ['v-one', 'co-mention'],
        ['v-sole', 'candidate'],
        ['v-together', 'co-mention'],
        ['v-two', 'co-mention'],
      ]);
    });

    it("come with the extractor's statement, for a passage and for a line", async () => {
      const met = await store.findRelation(RelationId.parse('met'));
      const line = await store.findRelation(RelationId.parse('line'));

      expect(met?.evidence.filter(({ statement }) => statement !== undefined)).toMatchObject([
        { id: 'v-exact', statement: said },
      ]);
      expect(line?.evidence).toMatchObject([{ id: 'v-only-line', grade: 'row', statement: said }]);
    });

    it('tell apart what is only named together; a denial does not make it said', async () => {
      const { relations } = await store.slice(ask());
      const found = await store.findBetween({ a: ana, b: bo });

      expect(Object.fromEntries(relations.id.map((id, at) => [id, relations.coMentionsOnly[at]]))).toEqual({
        met: false,
        named: true,
        left: true,
        line: false,
      });
      expect(found?.relations.map(({ id, coMentionsOnly }) => [id, coMentionsOnly]).sort()).toEqual([
        ['left', true],
        ['line', false],
        ['met', false],
        ['named', true],
      ]);
      expect((await store.findEntity(ana))?.relations.filter((each) => each.coMentionsOnly)).toHaveLength(2);
    });

    it('never make a source of a passage that merely names both', async () => {
      const { relations } = await store.slice(ask());
      const { sources } = await store.facets(everyRelation);
      const asked = { ...everyRelation, sources: [DocumentId.parse('other')] };

      expect(Object.fromEntries(relations.id.map((id, at) => [id, relations.documents[at]]))).toEqual({
        met: 3,
        named: 0,
        left: 1,
        line: 1,
      });
      expect(sources.map(({ source, count }) => [source.id, count])).toEqual([
        ['read', 2],
        ['other', 1],
      ]);
      expect((await store.slice(ask(asked))).relations.id).toEqual(['met']);
      expect((await store.findBetween({ a: ana, b: bo }, asked))?.relations).toMatchObject([
        { id: 'met', evidence: [{ id: 'v-sole' }] },
      ]);
    });

    it.each<[EvidenceGrade[], string[], number]>([
      [['exact'], ['left', 'met'], 3],
      [['candidate'], ['met'], 1],
      [['co-mention'], ['left', 'met', 'named'], 4],
      [['row'], ['line', 'met'], 2],
      [['exact', 'candidate', 'row'], ['left', 'line', 'met'], 6],
    ])('filter by %j what is drawn, what a pair cites and how much it is', async (wanted, ids, evidence) => {
      const filter = { ...everyRelation, grades: wanted };

      const { relations, total } = await store.slice(ask(filter));
      const found = await store.findBetween({ a: ana, b: bo }, filter);

      expect([...relations.id].sort()).toEqual(ids);
      expect(total.relations).toBe(ids.length);
      expect(found).toMatchObject({ evidence, unfiltered: { relations: 4, evidence: 10 } });
    });

    it('are counted, each relation under all that its evidence has', async () => {
      const counted = await store.facets(everyRelation);
      const together = await store.facets({ ...everyRelation, grades: ['co-mention'] });

      expect(counted.grades).toEqual([
        { grade: 'exact', count: 2 },
        { grade: 'candidate', count: 1 },
        { grade: 'co-mention', count: 3 },
        { grade: 'row', count: 2 },
      ]);
      expect(together.grades).toEqual(counted.grades);
      expect(together.total.relations).toBe(3);
    });

    it('leave of an entity the passages that are evidence of such a grade', async () => {
      const find = async (wanted: EvidenceGrade[]) =>
        (
          await store.findPassages({ entity: ana, limit: 10, filter: { ...everyRelation, grades: wanted } })
        )?.passages.map(({ id }) => id);

      expect(await find(['exact'])).toEqual(['read.1']);
      expect(await find(['co-mention'])).toEqual(['other.1']);
      expect(await find(['row'])).toEqual([]);
      const found = await store.findEntity(ana, { ...everyRelation, grades: ['co-mention'] });
      expect(found?.total.passages).toBe(1);
    });

    it('are told of a document and of its passages', async () => {
      const found = await store.findDocument(other.id);

      expect(found?.evidence.map(({ id, grade }) => [id, grade])).toEqual([
        ['v-left', 'co-mention'],
        ['v-one', 'co-mention'],
        ['v-sole', 'candidate'],
        ['v-together', 'co-mention'],
      ]);
      const passages = await store.findPassages({ entity: bo, limit: 10 });
      expect(passages?.passages.find(({ id }) => id === alsoBoth.id)?.evidence).toEqual([
        { relation: 'left', stance: 'supports', grade: 'co-mention' },
        { relation: 'met', stance: 'supports', grade: 'candidate' },
        { relation: 'met', stance: 'supports', grade: 'co-mention' },
        { relation: 'named', stance: 'supports', grade: 'co-mention' },
      ]);
    });

    it('are told of what a search finds, what is said there first', async () => {
      const { passages } = await store.search({ text: 'Ana', limit: 10 });

      const hit = passages.find(({ passage }) => passage.id === alsoBoth.id);
      expect(hit?.evidence.map(({ id, grade }) => [id, grade])).toEqual([
        ['v-sole', 'candidate'],
        ['v-left', 'co-mention'],
        ['v-one', 'co-mention'],
        ['v-together', 'co-mention'],
      ]);
    });

    it('are there already the second time, and go with their load', async () => {
      const again = await store.upsert(graded);
      const fresh = createBatch(
        { relations: graded.relations, evidence: [cite(['v-read', 'named'], both)] },
        { id: LoadId.parse('two') },
      );

      expect(again).toMatchObject({ created: { evidence: 0, relations: 0 }, unchanged: 10 });
      expect(await findGrades('met')).toEqual(grades);
      await store.upsert(fresh);
      expect(await store.findRelation(RelationId.parse('named'))).toMatchObject({ coMentionsOnly: false });

      await store.undo(LoadId.parse('two'));
      expect(await store.findRelation(RelationId.parse('named'))).toMatchObject({ coMentionsOnly: true });
      expect((await store.slice(ask({ grades: ['exact'] }))).relations.id).not.toContain('named');

      await store.undo(LoadId.parse('one'));
      expect(await dumpGraph(store)).toEqual([]);
    });

    it('are not stored with a relation whose numbers tell them, so that older stores need none', async () => {
      expect(
        await readAll(
          store,
          'MATCH (:Entity)-[r]->(:Entity) WHERE r.grades IS NULL RETURN r.id, r.coMentionsOnly',
        ),
      ).toEqual([['line', null]]);
    });
  });
}
