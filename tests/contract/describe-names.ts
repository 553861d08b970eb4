import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { EntityId, RelationId } from '@/lib/model/ids';
import type { GraphStore } from '@/lib/store/types';

import { citeLine, createBatch, createType, declare, imply, relate } from './batch.fixture';
import type { OpenTestStore, TestStore } from './test-store';

const NAMES = 10_000;
const BATCH = 1_000;

const hostilePiece = fc.oneof(
  fc.constantFrom(
    '`',
    '\\u0060',
    '"',
    "'",
    '\u0000',
    '\u202e',
    '\u200b',
    '\\',
    '${x}',
    '$x',
    '`})',
    '//',
    '/*',
    '\n',
    '😀',
    '\u0301',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom("'}) DETACH DELETE n //", '`]->() SET n:Admin', '"; DROP CONSTRAINT x', '\\"'),
);
const hostileName = fc
  .array(hostilePiece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join('') || '`');

/** Text stays text (row 8 of the threats). */
export function describeNames(open: OpenTestStore): void {
  describe('hostile text', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
    });
    afterAll(() => test.close());

    it('comes back byte for byte, and changes no schema', async () => {
      await store.upsert(createBatch({ types: [createType('MET')], entities: [imply('x', 'X')] }));
      const shape = async () => {
        const { labels, relationshipTypes } = await store.schema();
        return [labels.map(({ label }) => label), relationshipTypes.map(({ type }) => type)];
      };
      const before = await shape();
      const names = fc.sample(hostileName, { numRuns: NAMES, seed: 8 });

      for (let at = 0; at < names.length; at += BATCH) {
        const entities = names.slice(at, at + BATCH).map((name, index) => imply(`n${at + index}`, name));
        await store.upsert(createBatch({ entities }));
      }

      const { entities } = await store.slice({
        seeds: names.slice(0, 2_000).map((_, index) => EntityId.parse(`n${index}`)),
        depth: 0,
        limit: 2_000,
        types: [],
        classes: [],
        sources: [],
        kinds: [],
        modalities: [],
        grades: [],
        minEvidence: 1,
      });
      expect(entities.name).toEqual(names.slice(0, 2_000));
      const found = await store.findNames(names.map((name) => name.normalize()));
      const ids = new Map<string, string[]>();
      for (const [index, name] of names.entries()) {
        ids.set(name.normalize(), [...(ids.get(name.normalize()) ?? []), `n${index}`]);
      }
      const unique = [...ids].filter(([, owners]) => owners.length === 1);
      expect(unique.length).toBeGreaterThan(NAMES / 2);
      const owners = unique.map(([name]) => found.get(name)?.find(({ by }) => by === 'name')?.id);
      expect(owners).toEqual(unique.map(([, [owner]]) => owner));
      expect(await shape()).toEqual(before);
    });

    it('is kept in every other field', async () => {
      const text = 'a`"\'\\\u0000\u202e😀$x';
      await store.upsert(
        createBatch({
          types: [createType('MET')],
          entities: [declare('y', text, { aliases: [text], description: text }), imply('x', 'X')],
          relations: [relate('r', 'x MET y', { about: text, place: text })],
          evidence: [{ ...citeLine(['v', 'r'], 1, text), attributedTo: text }],
        }),
      );

      expect(await store.findRelation(RelationId.parse('r'))).toMatchObject({
        object: { name: text, aliases: [text], description: text },
        about: text,
        place: text,
        evidence: [{ file: text, attributedTo: text }],
      });
    });

    it('is refused when it is no Unicode: half of a pair', async () => {
      const batch = createBatch({ entities: [imply('half', 'half \ud83d')] });

      await expect(store.upsert(batch)).rejects.toMatchObject({ failure: 'invalid' });
    });
  });
}
