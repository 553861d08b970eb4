import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { Batch } from '@/lib/model/batch';
import { EntityId, LoadId, RelationId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createStar,
  createType,
  declare,
  imply,
  mention,
  relate,
} from './batch.fixture';
import { dumpGraph } from './graph-hash';
import { balloon, denial, littleWorld } from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';
import { readAll } from './test-store';

const one = LoadId.parse('one');
const two = LoadId.parse('two');
const met = createType('MET');
const nothing = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };

const extra = createPassage('extra', 1, 'China met NATO. China Daily reported it.');

/** Shares documents, entities, relations and evidence with the little world, and has some of each for itself. */
const other = createBatch(
  {
    types: [...littleWorld.types.slice(0, 2), createType('LEFT')],
    entities: littleWorld.entities.slice(0, 7),
    documents: [...littleWorld.documents.slice(0, 2), createDocument('extra', '2024')],
    passages: [...littleWorld.passages.slice(0, 3), extra],
    mentions: [...littleWorld.mentions.slice(0, 7), mention(extra, 'nato', 'NATO')],
    relations: [
      ...littleWorld.relations.slice(0, 2),
      relate('own', 'china MET nato', { start: '2024' }),
      relate('left', 'xi LEFT china'),
    ],
    evidence: [
      ...littleWorld.evidence.slice(0, 2),
      cite(['v-met-again', 'met'], extra),
      cite(['v-own', 'own'], extra, { quote: 'China met NATO' }),
      citeLine(['v-left', 'left'], 3, 'other.csv'),
    ],
  },
  { id: two, title: 'Another world' },
);

const world = createBatch(littleWorld, { id: one });

/** What it means to take back a load. */
export function describeUndo(open: OpenTestStore): void {
  describe('undo', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
    });
    afterEach(() => test.close());

    const loadAll = async (...batches: readonly Batch[]) => {
      for (const batch of batches) await store.upsert(batch);
    };

    it.each([
      ['before', [world, other]],
      ['after', [other, world]],
    ])('leaves what another load alone gives, loaded %s it', async (_, batches) => {
      await loadAll(other);
      const alone = await dumpGraph(store);
      await store.undo(two);
      await loadAll(...batches);

      const report = await store.undo(one);

      expect(await dumpGraph(store)).toEqual(alone);
      expect(report).toEqual({
        removed: { entities: 1, relations: 3, evidence: 6, passages: 1, documents: 1 },
        kept: 2,
        isStopped: false,
      });
    });

    it('of all loads leaves nothing', async () => {
      await loadAll(world, other);

      await store.undo(one);
      await store.undo(two);

      expect(await dumpGraph(store)).toEqual([]);
      expect((await store.summary()).counts).toEqual(nothing);
      expect(await store.loads()).toEqual([]);
    });

    it('changes the epoch, and is forgotten with the load: a second time there is nothing to undo', async () => {
      await loadAll(world);
      const before = await store.epoch();

      await store.undo(one);

      expect(await store.epoch()).not.toBe(before);
      await expect(store.undo(one)).rejects.toMatchObject({ failure: 'not-found' });
    });

    it('makes a disputed relation a plain one when the denial goes', async () => {
      await loadAll(
        createBatch({ ...littleWorld, evidence: littleWorld.evidence.slice(0, 1) }, { id: one }),
        createBatch({ evidence: [cite(['v-denies', 'accused'], denial, { denies: true })] }, { id: two }),
      );
      const find = () => store.findRelation(RelationId.parse('accused'));
      expect(await find()).toMatchObject({ contested: true, evidence: [{}, {}] });

      await store.undo(two);

      expect(await find()).toMatchObject({ contested: false, evidence: [{ id: 'v-accused' }] });
      expect(await readAll(store, 'MATCH ()-[r:ACCUSED]->() RETURN r.evidence, r.documents')).toEqual([
        [1, 1],
      ]);
    });

    it('leaves an entity to which another load still refers, by a relation, a mention or as a speaker', async () => {
      const said = { ...citeLine(['v', 'r'], 1), attributedTo: 'C', attributedToId: EntityId.parse('c') };
      await loadAll(
        createBatch({ entities: ['a', 'b', 'c', 'd', 'e'].map((id) => declare(id, id)) }, { id: one }),
        createBatch(
          {
            types: [met],
            documents: [createDocument('doc')],
            passages: [createPassage('doc', 1, 'd')],
            mentions: [mention(createPassage('doc', 1, 'd'), 'd', 'd')],
            relations: [relate('r', 'a MET b')],
            evidence: [said],
          },
          { id: two },
        ),
      );

      await store.undo(one);

      expect(await readAll(store, 'MATCH (e:Entity) RETURN e.id ORDER BY e.id')).toEqual([
        ['a'],
        ['b'],
        ['c'],
        ['d'],
      ]);
      await store.undo(two);
      expect(await dumpGraph(store)).toEqual([]);
    });

    it('leaves a document that another load cites, and takes it with that load', async () => {
      await loadAll(
        createBatch({ ...littleWorld, evidence: [], relations: [] }, { id: one }),
        createBatch(
          { relations: littleWorld.relations.slice(0, 1), evidence: [cite(['v', 'accused'], balloon)] },
          { id: two },
        ),
      );

      await store.undo(one);

      expect(await store.findRelation(RelationId.parse('accused'))).toMatchObject({
        evidence: [{ passage: { text: balloon.text } }],
      });
      expect((await store.documents()).documents.map(({ id }) => id)).toEqual(['older']);
      await store.undo(two);
      expect(await dumpGraph(store)).toEqual([]);
    });

    it('is seen by searches at once, and by loading the same again', async () => {
      await loadAll(world);
      const search = async (text: string) => {
        const { total } = await store.search({ text, limit: 5 });
        return [total.entities, total.passages];
      };
      expect(await Promise.all([search('Liechtenstein'), search('balloon')])).toEqual([
        [1, 0],
        [0, 1],
      ]);

      await store.undo(one);

      expect(await Promise.all([search('Liechtenstein'), search('balloon')])).toEqual([
        [0, 0],
        [0, 0],
      ]);
      await loadAll(world);
      expect(await Promise.all([search('Liechtenstein'), search('balloon')])).toEqual([
        [1, 0],
        [0, 1],
      ]);
    });

    it('says how far it is, stops when asked to with the graph whole, and goes on when done again', async () => {
      const pairs = Array.from({ length: 50 }, (_, index) => ['hub', `n${index}`, 100] as const);
      await loadAll(
        createBatch(createStar('MET', pairs), { id: one }),
        createBatch({ entities: [imply('x', 'X')] }),
      );
      const progress: (readonly number[])[] = [];
      const stop = new AbortController();
      const onProgress = (done: number, total: number) => {
        progress.push([done, total]);
        stop.abort();
      };

      const stopped = await store.undo(one, { signal: stop.signal, onProgress });

      const rest = 5_000 - stopped.removed.evidence;
      expect(stopped).toMatchObject({ isStopped: true, kept: 0 });
      expect(progress).toEqual([[stopped.removed.evidence, 5_000]]);
      expect((await store.summary()).counts.evidence).toBe(rest);
      expect(
        await readAll(store, 'MATCH ()-[r:MET]->() RETURN sum(r.evidence), min(r.evidence) > 0'),
      ).toEqual([[rest, true]]);
      const whole = await store.undo(one);
      expect(whole).toMatchObject({ isStopped: false, removed: { evidence: rest } });
      expect(await readAll(store, 'MATCH (n) WHERE NOT n:Store AND NOT n:Load RETURN n.id')).toEqual([['x']]);
    });
  });
}
