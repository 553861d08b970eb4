import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { Batch } from '@/lib/model/batch';
import { LoadId } from '@/lib/model/ids';
import type { Relation } from '@/lib/model/relation';
import type { GraphStore } from '@/lib/store/types';

import { citeLine, createBatch, createType, declare, imply, relate } from './batch.fixture';
import { dumpGraph } from './graph-hash';
import type { OpenTestStore, TestStore } from './test-store';

/** So many rows that an engine may hand them over in another form. */
const MANY = 120;

/** A batch as the loader has it: rows about people who met, from one number to another. */
function createMeetings(from: number, to: number): Batch {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at);
  return {
    ...createBatch(
      {
        types: [createType('MET', { declared: false })],
        entities: numbers.flatMap((n) => [imply(`p${n}`, `Person ${n}`), imply(`q${n}`, `Other ${n}`)]),
        relations: numbers.map((n) => relate(`r${n}`, `p${n} MET q${n}`)),
        evidence: numbers.map((n) => citeLine([`v${n}`, `r${n}`], n + 1)),
      },
      { row: to },
    ),
    isTriplesOnly: true,
  };
}

/** What one writer may count on from one batch to the next. */
export function describeWriter(open: OpenTestStore): void {
  describe('a writer', () => {
    let test: TestStore;
    let store: GraphStore;
    const reopen = async () => {
      await test.close();
      test = await open();
      store = test.store;
    };
    beforeEach(async () => {
      test = await open();
      store = test.store;
    });
    afterEach(async () => {
      await test.close();
    });

    /** What is stored when each batch is prepared while the one before it is being stored. */
    async function storeAhead(batches: readonly Batch[]) {
      const reports = [];
      for (const batch of batches) {
        await store.prepare(batch);
        reports.push(await store.upsert(batch));
      }
      return reports;
    }

    it('stores the same, prepared ahead or not', async () => {
      const batches = [createMeetings(0, MANY), createMeetings(MANY / 2, 2 * MANY), createMeetings(0, 9)];

      const ahead = await storeAhead(batches);
      const graph = await dumpGraph(store);
      await reopen();
      const plain = [];
      for (const batch of batches) plain.push(await store.upsert(batch));

      expect(ahead).toEqual(plain);
      expect(ahead.map(({ unchanged }) => unchanged)).toEqual([0, MANY / 2, 9]);
      expect(graph).toEqual(await dumpGraph(store));
    });

    it('does not take for absent what another writer has stored after it was prepared', async () => {
      const other = await test.openSecond();
      await storeAhead([createMeetings(0, MANY)]);
      const next = createMeetings(MANY, 2 * MANY);
      await store.prepare(next);

      await other.upsert(next);
      const report = await store.upsert(next);

      expect(report.created).toMatchObject({ entities: 0, relations: 0, evidence: 0 });
      expect(report.unchanged).toBe(MANY);
      expect((await store.summary()).counts).toMatchObject({ entities: 4 * MANY, relations: 2 * MANY });
      await other.close();
    });

    it('does not take for there what another writer has taken back after it was prepared', async () => {
      const other = await test.openSecond();
      const stored = createMeetings(0, 3);
      await storeAhead([stored]);
      const next: Batch = {
        ...createBatch(
          {
            types: [createType('MET', { declared: false })],
            entities: [imply('p1', 'Person 1'), imply('q2', 'Other 2')],
            relations: [relate('r', 'p1 MET q2')],
            evidence: [citeLine(['v', 'r'], 9)],
          },
          { id: LoadId.parse('load-2') },
        ),
        isTriplesOnly: true,
      };
      await store.prepare(next);

      await other.undo(stored.load.id);
      const report = await store.upsert(next);

      const counts = { entities: 2, relations: 1, evidence: 1 };
      expect(report.created).toMatchObject(counts);
      expect((await store.summary()).counts).toMatchObject(counts);
      await other.close();
    });

    it('asks anew what there is once another writer has stored, though nothing was prepared', async () => {
      const other = await test.openSecond();
      await store.upsert(createMeetings(0, 3));
      await other.upsert(createMeetings(3, 6));

      const report = await store.upsert(createMeetings(2, 7));

      expect(report.created).toMatchObject({ entities: 2, relations: 1, evidence: 1 });
      expect(report.unchanged).toBe(4);
      expect((await store.summary()).counts).toMatchObject({ entities: 14, relations: 7, evidence: 7 });
      await other.close();
    });

    it('does not count on a batch that was refused', async () => {
      await storeAhead([createMeetings(0, 3)]);
      const broken = createBatch({
        entities: [imply('new', 'New')],
        relations: [relate('r', 'new MET nobody')],
        evidence: [citeLine(['v', 'r'], 1)],
      });
      await store.prepare(broken);
      await expect(store.upsert(broken)).rejects.toMatchObject({ failure: 'invalid' });

      await storeAhead([
        createBatch({
          entities: [imply('new', 'New')],
          relations: [relate('r', 'new MET p1')],
          evidence: [citeLine(['v', 'r'], 1)],
        }),
      ]);

      const { counts } = await store.summary();
      expect(counts).toMatchObject({ entities: 7, relations: 4, evidence: 4 });
    });

    it('finds the names that it has stored itself, and those that others have', async () => {
      const other = await test.openSecond();
      await store.upsert(
        createBatch({ entities: [declare('usa', 'United States', { aliases: ['États-Unis'] })] }),
      );

      const own = await store.findNames(['etats-unis', 'usa', 'China', 'UNITED STATES']);
      await other.upsert(createBatch({ entities: [declare('china', 'China')] }));
      const others = await store.findNames(['CHINA', 'Nobody']);

      expect([...own.keys()]).toEqual(['etats-unis', 'usa', 'UNITED STATES']);
      expect([...others.keys()]).toEqual(['CHINA']);
      await other.close();
    });

    it('compares known rows and saves how far it is, and stores what is new among them', async () => {
      await store.upsert(createMeetings(0, MANY));
      const compared = createMeetings(0, MANY);
      const grown = createMeetings(MANY - 2, MANY + 1);

      const again = await store.upsert({ ...compared, load: { ...compared.load, row: 500, isDone: true } });
      const more = await store.upsert({ ...grown, load: { ...grown.load, row: 501, isDone: true } });

      expect(again).toMatchObject({ created: { evidence: 0, entities: 0 }, unchanged: MANY });
      expect(more).toMatchObject({ created: { evidence: 1, relations: 1, entities: 2 }, unchanged: 2 });
      expect(await store.findLoad(compared.load.id)).toMatchObject({
        row: 501,
        isDone: true,
        evidence: MANY + 1,
      });
    });

    it('stores many rows as they are, with values that some lack and texts that no separator may cut', async () => {
      const rows = createMeetings(0, MANY);
      const texts = ['a\u001fb', 'c\u001ed', 'plain', '=1+1', 'null', '0'];
      const separators = rows.relations.map((relation, at) => dress(relation, at, texts));
      const plain = rows.relations.map((relation, at) => dress(relation, at, texts.slice(2)));

      for (const relations of [separators, plain]) {
        await reopen();
        await store.upsert({ ...rows, relations });
        const stored = await findAll(store, relations);

        expect(stored.map((relation) => [relation?.about, relation?.place])).toEqual(
          relations.map(({ about = null, place = null }) => [about, place]),
        );
        expect(stored.map((relation) => relation?.evidence[0]?.line)).toEqual(
          relations.map((_, at) => at + 1),
        );
      }
    });
  });
}

/** Asks for some at a time: a read has only some seconds, waiting for a connection included. */
async function findAll(
  store: Pick<GraphStore, 'findRelation'>,
  relations: readonly Relation[],
): Promise<readonly Awaited<ReturnType<GraphStore['findRelation']>>[]> {
  const found = [];
  for (let at = 0; at < relations.length; at += 20)
    found.push(...(await Promise.all(relations.slice(at, at + 20).map(({ id }) => store.findRelation(id)))));
  return found;
}

/** Gives every other relation one of the texts, and every third a place. */
function dress(relation: Relation, at: number, texts: readonly string[]): Relation {
  const about = at % 2 === 0 ? texts[(at / 2) % texts.length] : undefined;
  return {
    ...relation,
    ...(about !== undefined && { about }),
    ...(at % 3 === 0 && { place: `Place ${at}` }),
  };
}
