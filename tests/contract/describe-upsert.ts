import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { EntityId, LoadId, RelationId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  declare,
  imply,
  loadId,
  mention,
  relate,
} from './batch.fixture';
import { dumpGraph } from './graph-hash';
import { balloon, littleWorld, usa } from './little-world.fixture';
import type { OpenTestStore, TestStore } from './test-store';
import { ask, readAll } from './test-store';

const nothing = { entities: 0, relations: 0, evidence: 0, passages: 0, documents: 0 };
const a = EntityId.parse('a');

const pair = createBatch({
  types: [createType('MET')],
  entities: [imply('a', 'A'), imply('b', 'B')],
  relations: [relate('r', 'a MET b')],
  evidence: [citeLine(['v1', 'r'], 1)],
});

/** What storing means. */
export function describeUpsert(open: OpenTestStore): void {
  describe('upsert', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
    });
    afterEach(() => test.close());

    it('says what it created', async () => {
      const report = await store.upsert(littleWorld);

      expect(report).toEqual({
        created: { entities: 8, relations: 5, evidence: 8, passages: 4, documents: 3 },
        unchanged: 0,
        changedPassages: [],
        refusedEvidence: [],
      });
    });

    it('creates nothing when the same batch comes again, and the graph stays the same', async () => {
      await store.upsert(littleWorld);
      const before = await dumpGraph(store);
      const epoch = await store.epoch();

      const report = await store.upsert(littleWorld);

      expect(report).toMatchObject({ created: nothing, unchanged: 8 });
      expect(await dumpGraph(store)).toEqual(before);
      expect(await store.epoch()).toBe(epoch);
    });

    it('changes the epoch when data changes', async () => {
      await store.upsert(pair);
      const before = await store.epoch();

      await store.upsert(createBatch({ evidence: [citeLine(['v2', 'r'], 2)] }));

      expect(await store.epoch()).not.toBe(before);
    });

    it('keeps the epoch when only the checkpoint moves', async () => {
      await store.upsert(pair);
      const before = await store.epoch();

      await store.upsert(createBatch({}, { row: 50 }));

      expect(await store.epoch()).toBe(before);
      expect((await store.findLoad(loadId))?.row).toBe(50);
    });

    it('knows no checkpoint of a load that never ran', async () => {
      expect(await store.findLoad(LoadId.parse('never'))).toBeUndefined();
    });

    it('stores neither data nor checkpoint of a batch that fails', async () => {
      const broken = {
        ...littleWorld,
        evidence: [...littleWorld.evidence, citeLine(['v-x', 'no-such-relation'], 1)],
      };

      await expect(store.upsert(broken)).rejects.toMatchObject({ failure: 'invalid' });

      expect(await store.findLoad(loadId)).toBeUndefined();
      expect((await store.summary()).counts).toEqual(nothing);
    });

    it.each([
      ['an entity', { relations: [relate('r', 'a MET nobody')], evidence: [citeLine(['v', 'r'], 1)] }],
      ['a type', { relations: [relate('r', 'a FLEW_TO a')], evidence: [citeLine(['v', 'r'], 1)] }],
      ['a passage', { evidence: [cite(['v', 'r'], createPassage('lost', 1, 'Lost.'))] }],
      ['a document', { passages: [createPassage('lost', 1, 'Lost.')] }],
    ])('refuses a batch that names %s nobody knows', async (_, parts) => {
      const batch = createBatch({ types: [createType('MET')], entities: [imply('a', 'A')], ...parts });

      await expect(store.upsert(batch)).rejects.toMatchObject({ failure: 'invalid' });
    });

    it('counts evidence, documents and dispute again when evidence is added', async () => {
      const said = createPassage('d1', 1, 'A met B.');
      const unsaid = createPassage('d2', 1, 'A did not meet B.');
      await store.upsert(pair);
      await store.upsert(
        createBatch({
          documents: [createDocument('d1'), createDocument('d2')],
          passages: [said, unsaid],
          evidence: [cite(['v2', 'r'], said), cite(['v3', 'r'], said)],
        }),
      );
      const before = (await store.slice(ask())).relations;

      await store.upsert(createBatch({ evidence: [cite(['v4', 'r'], unsaid, { denies: true })] }));

      expect(before).toMatchObject({ evidence: [3], documents: [2], contested: [false] });
      expect((await store.slice(ask())).relations).toMatchObject({
        evidence: [4],
        documents: [3],
        contested: [true],
      });
    });

    it('counts relations whose evidence comes twice in one batch once', async () => {
      const twice = {
        ...pair,
        evidence: [...pair.evidence, ...pair.evidence],
        relations: [...pair.relations, ...pair.relations],
      };

      const report = await store.upsert(twice);

      expect(report.created).toMatchObject({ relations: 1, evidence: 1 });
      expect((await store.slice(ask())).relations.evidence).toEqual([1]);
    });

    it('stores new mentions of a passage whose evidence is known', async () => {
      await store.upsert(littleWorld);

      await store.upsert(createBatch({ mentions: [mention(balloon, 'nato', 'balloon')] }));

      const found = await store.findPassages({ entity: EntityId.parse('nato'), limit: 10 });
      expect(found?.passages.map(({ id }) => id)).toContain(balloon.id);
    });

    it('lets a declared entity set every field, its label included, and an implied one none', async () => {
      await store.upsert(
        createBatch({ entities: [declare('a', 'A', { description: 'old', aliases: ['x'] })] }),
      );
      await store.upsert(
        createBatch({ entities: [declare('a', 'Ann', { kind: 'person', aliases: ['y'] })] }),
      );

      await store.upsert(createBatch({ entities: [imply('a', 'Another')] }));

      const found = await store.findEntity(a);
      expect(found).toMatchObject({ name: 'Ann', kind: 'person', aliases: ['y'] });
      expect(found?.description).toBeUndefined();
      const [[labels] = []] = await readAll(store, `MATCH (e:Entity {id: 'a'}) RETURN labels(e)`);
      expect(new Set(Array.isArray(labels) ? labels : [])).toEqual(new Set(['Entity', 'Person']));
    });

    it('lets a declared type set every field and the class of its relations, and an implied one none', async () => {
      await store.upsert(pair);
      await store.upsert(
        createBatch({ types: [createType('MET', { label: 'met with', class: 'verbal-cooperation' })] }),
      );

      await store.upsert(createBatch({ types: [createType('MET', { label: 'x', declared: false })] }));

      const [relation] = (await store.findEntity(a))?.relations ?? [];
      expect(relation).toMatchObject({ label: 'met with', class: 'verbal-cooperation' });
    });

    it('fills in the place of a relation that was stored without one, and keeps one that is there', async () => {
      const at = (place: string) =>
        createBatch({ relations: [relate('r', 'a MET b', { place })], evidence: pair.evidence });
      await store.upsert(pair);
      await store.upsert(at('Geneva'));

      await store.upsert(at('Paris'));

      expect(await store.findRelation(RelationId.parse('r'))).toMatchObject({ place: 'Geneva' });
    });

    it('refuses a passage that is known with another text, with the evidence and mentions that cite it', async () => {
      await store.upsert(littleWorld);
      const changed = { ...balloon, text: 'Something else.' };

      const report = await store.upsert(
        createBatch({
          passages: [changed],
          mentions: [mention(changed, 'nato', 'Something')],
          evidence: [cite(['v-new', 'accused'], changed), citeLine(['v-line', 'accused'], 9)],
        }),
      );

      expect(report).toMatchObject({ changedPassages: [balloon.id], refusedEvidence: ['v-new'] });
      expect(report.created.evidence).toBe(1);
      const found = await store.findPassages({ entity: usa, limit: 10 });
      expect(found?.passages.map(({ text }) => text)).toContain(balloon.text);
      expect(await readAll(store, 'MATCH ()-[m:MENTIONS]->() RETURN count(m)')).toEqual([[8]]);
    });

    it('keeps apart two relations of one type between the same entities', async () => {
      await store.upsert(pair);

      await store.upsert(
        createBatch({
          relations: [relate('r2', 'a MET b', { start: '2020' })],
          evidence: [citeLine(['v2', 'r2'], 2)],
        }),
      );

      expect((await store.slice(ask())).relations).toMatchObject({ id: ['r', 'r2'], evidence: [1, 1] });
    });

    it('ends all sessions by raising their epoch, in every process and without a change of the data', async () => {
      await store.upsert(pair);
      const second = await test.openSecond();
      const [sessions, data] = [await second.sessionEpoch(), await second.epoch()];

      await store.endSessions();

      expect(await second.sessionEpoch()).toBe(sessions + 1);
      expect(await second.epoch()).toBe(data);
      await second.close();
    });

    it('shows in overview and summary what another store has added since', async () => {
      const second = await test.openSecond();
      await store.upsert(pair);
      await Promise.all([second.slice(ask()), second.summary()]);

      await store.upsert(littleWorld);

      expect((await second.slice(ask())).entities.id).toContain('usa');
      expect((await second.summary()).counts.relations).toBe(6);
      await second.close();
    });

    it('takes nothing for granted that another store has changed or taken back since', async () => {
      const second = await test.openSecond();
      const implied = { types: [createType('MET', { declared: false })], entities: pair.entities };
      await store.upsert(createBatch({ ...pair, ...implied }));
      await second.upsert(createBatch({ types: [createType('MET', { class: 'verbal-cooperation' })] }));
      const relations = [relate('r2', 'a MET b', { start: '2020' })];
      await store.upsert(createBatch({ ...implied, relations, evidence: [citeLine(['v2', 'r2'], 2)] }));
      expect(await readAll(store, `MATCH ()-[r]->() WHERE r.id = 'r2' RETURN r.class`)).toEqual([
        ['verbal-cooperation'],
      ]);

      await second.undo(loadId);
      const report = await store.upsert(createBatch({ ...pair, ...implied }));

      expect(report.created).toMatchObject({ entities: 2, relations: 1 });
      expect(await readAll(store, 'MATCH (t:RelationType) RETURN t.type, t.class')).toEqual([
        ['MET', 'none'],
      ]);
      await second.close();
    });

    it('takes nothing for stored that a failed batch named', async () => {
      await store.upsert(createBatch({ types: [createType('MET')] }));
      const evidence = [citeLine(['v', 'no-such-relation'], 1)];
      const implied = { types: [createType('SAW', { declared: false })], entities: pair.entities };
      await expect(store.upsert(createBatch({ ...implied, evidence }))).rejects.toThrow('no-such-relation');

      const relations = [relate('r', 'a SAW b')];
      const report = await store.upsert(createBatch({ ...implied, relations, evidence: pair.evidence }));

      expect(report.created).toMatchObject({ entities: 2, relations: 1 });
      expect((await store.summary()).types.map(({ type }) => type)).toContain('SAW');
    });

    it('serves two stores on the same data: what one commits the other reads, and both can write', async () => {
      const second = await test.openSecond();

      await Promise.all([store.upsert(littleWorld), second.upsert(littleWorld)]);

      expect(await second.summary()).toEqual(await store.summary());
      expect((await store.summary()).counts.relations).toBe(5);
      expect((await store.search({ text: 'Liechtenstein', limit: 5 })).entities).toHaveLength(1);
      await second.close();
    });
  });
}
