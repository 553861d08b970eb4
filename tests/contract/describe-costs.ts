import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DocumentId, EntityId, RelationId } from '@/lib/model/ids';
import { createStore } from '@/lib/store/create-store';
import type { GraphStore } from '@/lib/store/types';

import { addition, core, coreLoad, createBulk, newer, newerLoad } from './costs/cost-world.fixture';
import type { CountedEngine } from './costs/counted-engine';
import type { OpenTestStoreOnEngine, TestStoreOnEngine } from './test-store';
import { ask } from './test-store';

const SMALL_EVIDENCE = 500;
const LARGE_EVIDENCE = 50_000;
const BATCH = 10_000;

/**
 * For an answer of the same size the large store may cost so much more, and a block of an index or a label besides. Statements that begin at what they are
 * asked for have a ratio of 1; one that begins at all evidence touches 50,000 pieces of it, mostly for each id.
 */
const RATIO_MAX = 3;
const BLOCK = 5_000;

/** Filling a store takes longest. */
const FILL_LIMIT_MS = 300_000;

interface Verb {
  readonly name: string;
  readonly ask: (store: GraphStore) => Promise<unknown>;
  /** It is about the whole store: so much it may cost for each piece of evidence there. */
  readonly perEvidence?: number;
  /** What it leaves behind is taken back before the next one. */
  readonly changes?: boolean;
}

const entity = EntityId.parse('core-1');
const other = EntityId.parse('core-2');
const document = DocumentId.parse('core-document');
const relation = RelationId.parse('core-relation-1');
const ids = {
  entities: core.entities.map((each) => each.entity.id),
  relations: core.relations.map(({ id }) => id),
  evidence: core.evidence.map(({ id }) => id),
  passages: core.passages.map(({ id }) => id),
  documents: [document],
};

const verbs: readonly Verb[] = [
  { name: 'findLoad', ask: (store) => store.findLoad(coreLoad) },
  { name: 'concerns', ask: (store) => store.concerns(newerLoad, [entity, other]) },
  { name: 'findNames by name', ask: (store) => store.findNames(['Corelia core 1', 'CORELIA CORE 2']) },
  { name: 'findNames by alias', ask: (store) => store.findNames(['core alias 1', 'core alias 2']) },
  { name: 'findNames by id', ask: (store) => store.findNames([entity, other]) },
  { name: 'findKnown', ask: (store) => store.findKnown(ids) },
  { name: 'findEntity', ask: (store) => store.findEntity(entity) },
  { name: 'findPassages', ask: (store) => store.findPassages({ entity, limit: 3 }) },
  { name: 'findPassages, the next page', ask: askSecondPage },
  { name: 'search', ask: (store) => store.search({ text: 'Corelia core 1', limit: 5 }) },
  { name: 'slice around a seed', ask: (store) => store.slice(ask({ seeds: [entity], depth: 1 })) },
  { name: 'slice at depth 2', ask: (store) => store.slice(ask({ seeds: [entity], depth: 2 })) },
  {
    name: 'slice under filters',
    ask: (store) => store.slice(ask({ seeds: [entity], depth: 1, sources: [document], from: '2020' })),
  },
  { name: 'findRelation', ask: (store) => store.findRelation(relation) },
  { name: 'findBetween', ask: (store) => store.findBetween({ a: entity, b: other }) },
  { name: 'findDocument', ask: (store) => store.findDocument(document) },
  { name: 'epoch', ask: async (store) => (await store.epoch()) !== 'empty' },
  { name: 'sessionEpoch', ask: (store) => store.sessionEpoch() },
  { name: 'loads', ask: async (store) => (await store.loads()).length },
  { name: 'upsert of what is known', ask: (store) => store.upsert(core) },
  { name: 'upsert of what a load says again', ask: (store) => store.upsert(saidAgain()), changes: true },
  { name: 'upsert of more evidence', ask: (store) => store.upsert(addition), changes: true },
  { name: 'slice of everything', ask: askOverview, perEvidence: 25 },
  { name: 'summary', ask: async (store) => (await store.summary()).kinds.length, perEvidence: 20 },
  { name: 'documents', ask: async (store) => (await store.documents()).total > 0, perEvidence: 20 },
  { name: 'entityNames', ask: readNames, perEvidence: 10 },
  { name: 'undo', ask: (store) => store.undo(newerLoad), changes: true, perEvidence: 20 },
];

async function askSecondPage(store: GraphStore): Promise<unknown> {
  const first = await store.findPassages({ entity, limit: 2 });
  return store.findPassages({ entity, limit: 2, cursor: first?.next });
}

async function askOverview(store: GraphStore): Promise<unknown> {
  return (await store.slice(ask({ limit: 20 }))).shown.entities;
}

async function readNames(store: GraphStore): Promise<unknown> {
  for await (const page of store.entityNames()) if (page.length === 0) break;
  return undefined;
}

function saidAgain() {
  return { ...core, load: newer.load, evidence: core.evidence.map((each) => ({ ...each, load: newerLoad })) };
}

interface Cost {
  readonly count: number;
  readonly answer: unknown;
}

/**
 * What a question costs may grow with its answer, and with the whole store only where it is about the whole store. Everything is asked
 * of a store with hardly any evidence, and again when it holds 50,000 pieces about other things; the engine itself counts, so that no clock is needed.
 */
export function describeCosts(open: OpenTestStoreOnEngine): void {
  describe('costs', () => {
    let test: TestStoreOnEngine;
    let small: ReadonlyMap<string, Cost>;
    let large: ReadonlyMap<string, Cost>;
    beforeAll(async () => {
      test = await open();
      await fill(test.store, 0, SMALL_EVIDENCE);
      small = await measureAll(test);
      await fill(test.store, SMALL_EVIDENCE, LARGE_EVIDENCE);
      large = await measureAll(test);
    }, FILL_LIMIT_MS);
    afterAll(() => test.close());

    it.each(verbs)('of $name do not grow with the store beyond its answer', ({ name, perEvidence = 0 }) => {
      const [before, after] = [small.get(name), large.get(name)];

      expect(after?.answer).toEqual(before?.answer);
      expect(after?.count).toBeLessThanOrEqual(
        RATIO_MAX * (before?.count ?? 0) + BLOCK + perEvidence * LARGE_EVIDENCE,
      );
    });
  });
}

async function fill(store: GraphStore, start: number, end: number): Promise<void> {
  await store.upsert(core);
  for (let at = start; at < end; at += BATCH) await store.upsert(createBulk(at, Math.min(at + BATCH, end)));
}

async function measureAll(test: TestStoreOnEngine): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map<string, Cost>();
  await test.store.upsert(newer);
  for (const { name, ask: askVerb, changes = false } of verbs) {
    const counted: CountedEngine = await test.openCounted();
    const store = createStore(counted.engine);
    try {
      const answer = await askVerb(store);
      costs.set(name, { count: counted.takeCount(), answer });
    } finally {
      await store.close();
    }
    if (changes) await restore(test.store);
  }
  return costs;
}

async function restore(store: GraphStore): Promise<void> {
  await store.undo(coreLoad);
  await store.upsert(core);
  await store.upsert(newer);
}
