import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { DocumentId, EntityId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import {
  cite,
  citeLine,
  createBatch,
  createDocument,
  createPassage,
  createType,
  imply,
  relate,
} from './batch.fixture';
import { ask, type OpenTestStore, type TestStore } from './test-store';

const ann = EntityId.parse('ann');
const first = createPassage('paper', 1, 'Ann met Bob, said Cid and Dee. Ann paid Eve, said Cid; she did.');
const second = createPassage('paper', 2, 'Ann never hit Eve, says Dee, and Cid says so too. Bob paid Dee.');

/** Every way in which relations are said and denied, by whom. */
const sayings = createBatch({
  types: [createType('MET'), createType('PAID'), createType('HIT')],
  entities: ['ann', 'bob', 'eve', 'dee'].map((id) => imply(id, id)),
  documents: [createDocument('paper', '2024')],
  passages: [first, second],
  relations: [
    relate('met', 'ann MET bob'),
    relate('paid', 'ann PAID eve'),
    relate('hit', 'ann HIT eve'),
    relate('struck', 'ann HIT bob'),
    relate('others', 'bob PAID dee'),
    relate('bare', 'ann MET eve'),
  ],
  evidence: [
    cite(['v1', 'met'], first, { by: 'Dee' }),
    cite(['v2', 'met'], first, { by: 'Cid' }),
    cite(['v3', 'paid'], first, { by: 'Cid' }),
    cite(['v4', 'paid'], first, { quote: 'she did' }),
    cite(['v5', 'hit'], second, { by: 'Dee', denies: true }),
    cite(['v6', 'hit'], second, { by: 'Cid', denies: true }),
    cite(['v7', 'struck'], first, { by: 'Cid' }),
    cite(['v8', 'struck'], second, { denies: true }),
    cite(['v9', 'others'], second),
    citeLine(['v10', 'bare'], 3),
  ],
});

/** Who says a relation, and what a passage itself says of it. */
export function describeSpeakers(open: OpenTestStore): void {
  describe('who says it', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(sayings);
    });
    afterAll(() => test.close());

    it('is told with a relation where nobody says it in a voice of a document, and of a denied one who denies it', async () => {
      const found = await store.findEntity(ann);

      const speakers = new Map(found?.relations.map((relation) => [relation.id, relation.speakers]));
      expect(Object.fromEntries(speakers)).toEqual({
        met: ['Cid', 'Dee'],
        paid: [],
        hit: ['Cid', 'Dee'],
        struck: ['Cid'],
        bare: [],
      });
    });

    it('is told with every relation of a slice', async () => {
      const { relations } = await store.slice(ask({ limit: 10 }));

      const speakers = relations.id.map((id, index) => [id, relations.speakers[index]] as const);
      expect(Object.fromEntries(speakers)).toEqual({
        met: ['Cid', 'Dee'],
        paid: [],
        struck: ['Cid'],
        others: [],
        bare: [],
      });
    });

    it('is told with a passage, which denies a relation whatever others say', async () => {
      const found = await store.findPassages({ entity: ann, limit: 10 });

      expect(found?.passages.map(({ evidence }) => evidence)).toEqual([
        [
          { relation: 'met', stance: 'supports', grade: 'exact', attributedTo: 'Cid' },
          { relation: 'met', stance: 'supports', grade: 'exact', attributedTo: 'Dee' },
          { relation: 'paid', stance: 'supports', grade: 'exact' },
          { relation: 'paid', stance: 'supports', grade: 'exact', attributedTo: 'Cid' },
          { relation: 'struck', stance: 'supports', grade: 'exact', attributedTo: 'Cid' },
        ],
        [
          { relation: 'hit', stance: 'denies', grade: 'exact', attributedTo: 'Cid' },
          { relation: 'hit', stance: 'denies', grade: 'exact', attributedTo: 'Dee' },
          { relation: 'others', stance: 'supports', grade: 'exact' },
          { relation: 'struck', stance: 'denies', grade: 'exact' },
        ],
      ]);
    });

    it('comes with the relations that passages are evidence of, those of others too', async () => {
      const found = await store.findPassages({ entity: ann, limit: 10 });

      expect(found?.relations).toMatchObject([
        { id: 'hit', denied: true, speakers: ['Cid', 'Dee'] },
        { id: 'met', subject: { id: 'ann' }, object: { id: 'bob' } },
        { id: 'others', subject: { id: 'bob' }, object: { id: 'dee' } },
        { id: 'paid' },
        { id: 'struck', contested: true, speakers: ['Cid'] },
      ]);
    });

    it('comes with a page of passages for the relations of that page alone', async () => {
      const found = await store.findPassages({ entity: ann, limit: 1 });

      expect(found?.relations.map(({ id }) => id)).toEqual(['met', 'paid', 'struck']);
    });

    it('is told with a document', async () => {
      const found = await store.findDocument(DocumentId.parse('paper'));

      expect(found?.relations.map(({ id, speakers }) => [id, speakers])).toEqual([
        ['hit', ['Cid', 'Dee']],
        ['met', ['Cid', 'Dee']],
        ['others', []],
        ['paid', []],
        ['struck', ['Cid']],
      ]);
    });
  });
}
