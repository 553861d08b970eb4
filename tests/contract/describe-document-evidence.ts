import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { LoadId, RelationId } from '@/lib/model/ids';
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
  relate,
} from './batch.fixture';
import { dumpGraph } from './graph-hash';
import { ask, type OpenTestStore, type TestStore } from './test-store';

const [named, other] = [createDocument('named', '2024'), createDocument('other', '2023')];
const passage = createPassage('named', 1, 'Ana met Bo.');

/** `met` is said by a passage, by its document, by another document, and by a line; `left` by a document alone. */
const documentEvidence = createBatch(
  {
    types: [createType('MET'), createType('LEFT')],
    entities: [imply('ana', 'Ana'), imply('bo', 'Bo')],
    documents: [named, other],
    passages: [passage],
    relations: [relate('met', 'ana MET bo'), relate('left', 'bo LEFT ana')],
    evidence: [
      citeDocument(['v-other', 'met'], other),
      cite(['v-passage', 'met'], passage),
      citeDocument(['v-named', 'met'], named),
      { ...citeLine(['v-line', 'met'], 1, 'a.json'), record: 7 },
      citeDocument(['v-left', 'left'], named, true),
    ],
  },
  { id: LoadId.parse('one') },
);

/** What evidence means that names a document and no passage of it. */
export function describeDocumentEvidence(open: OpenTestStore): void {
  describe('evidence that names a document', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeEach(async () => {
      test = await open();
      store = test.store;
      await store.upsert(documentEvidence);
    });
    afterEach(() => test.close());

    it('comes with the document and without a passage, behind the passages of its document', async () => {
      const relation = await store.findRelation(RelationId.parse('met'));

      expect(
        relation?.evidence.map(({ id, document, passage, file, line, record }) => [
          id,
          document?.id,
          passage?.id,
          file,
          line,
          record,
        ]),
      ).toEqual([
        ['v-named', 'named', undefined, undefined, undefined, undefined],
        ['v-passage', 'named', 'named.1', undefined, undefined, undefined],
        ['v-other', 'other', undefined, undefined, undefined, undefined],
        ['v-line', undefined, undefined, 'a.json', 1, 7],
      ]);
    });

    it('is counted as of its document, each document once, and found by it', async () => {
      const { documents } = await store.documents();
      const { relations } = await store.slice(ask({ depth: 0, limit: 10, sources: [other.id] }));

      expect(documents.map(({ id, relations: count }) => [id, count])).toEqual([
        ['named', 2],
        ['other', 1],
      ]);
      expect(relations.id).toEqual(['met']);
      expect(relations.documents).toEqual([3]);
    });

    it('is told with its document, behind what passages say', async () => {
      const found = await store.findDocument(named.id);

      expect(found?.evidence.map(({ id, passage, stance }) => [id, passage, stance])).toEqual([
        ['v-passage', 'named.1', 'supports'],
        ['v-left', undefined, 'denies'],
        ['v-named', undefined, 'supports'],
      ]);
      expect(found?.relations.map(({ id }) => id)).toEqual(['left', 'met']);
    });

    it('is there already the second time, and goes with its load', async () => {
      const again = await store.upsert(documentEvidence);
      await store.upsert(
        createBatch(
          {
            documents: [named],
            relations: documentEvidence.relations,
            evidence: [citeDocument(['v-named', 'met'], named)],
          },
          { id: LoadId.parse('two') },
        ),
      );
      await store.undo(LoadId.parse('one'));

      expect(again).toMatchObject({ created: { evidence: 0, relations: 0, documents: 0 }, unchanged: 5 });
      expect((await store.findRelation(RelationId.parse('met')))?.evidence).toMatchObject([
        { id: 'v-named', document: { id: 'named' } },
      ]);
      expect((await store.documents()).documents.map(({ id }) => id)).toEqual(['named']);

      await store.undo(LoadId.parse('two'));

      expect(await dumpGraph(store)).toEqual([]);
    });

    it('of a document that nobody knows is refused', async () => {
      const batch = createBatch({
        relations: documentEvidence.relations,
        evidence: [citeDocument(['v-x', 'met'], createDocument('nobody'))],
      });

      await expect(store.upsert(batch)).rejects.toMatchObject({ failure: 'invalid' });
    });
  });
}
