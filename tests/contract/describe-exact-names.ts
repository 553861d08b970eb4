import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { GraphStore } from '@/lib/store/types';

import { createBatch, declare } from './batch.fixture';
import type { OpenTestStore, TestStore } from './test-store';

/** More than are ranked again, all of which resemble the name as much as the engine can tell. */
const MANY = 150;

/** Other names make a text long, so that the engine thinks less of a hit in it. */
const LONG = Array.from({ length: 30 }, (_, at) => `Otherwise Called ${at}`);

const COMPOSED = 'Jos\u00e9';
const DECOMPOSED = 'Jose\u0301';

/** That what is called exactly as typed comes first, whatever the engine thinks of it. */
export function describeExactNames(open: OpenTestStore): void {
  describe('search for an exact name', () => {
    let test: TestStore;
    let store: GraphStore;
    beforeAll(async () => {
      test = await open();
      store = test.store;
      await store.upsert(
        createBatch({
          entities: [
            declare('z-peru', 'Peru', { aliases: LONG }),
            declare('a-peru', 'Peru Peru'),
            declare('b-peru', 'Republic', { aliases: ['Peru'] }),
            declare('z-smith', 'Smith', { aliases: LONG }),
            ...Array.from({ length: MANY }, (_, at) => declare(`a-smith-${at}`, `Smith Smith ${at}`)),
            declare('z-jose', DECOMPOSED, { aliases: LONG }),
            ...Array.from({ length: MANY }, (_, at) =>
              declare(`a-jose-${at}`, `${COMPOSED} ${COMPOSED} ${at}`),
            ),
          ],
        }),
      );
    });
    afterAll(() => test.close());

    const find = async (text: string) => {
      const { entities } = await store.search({ text, limit: 5 });
      return entities.map(({ id }) => id);
    };

    it('gives whoever has the name before whoever is also called so, and both before longer names', async () => {
      expect(await find('peru')).toEqual(['z-peru', 'b-peru', 'a-peru']);
    });

    it('does not lose it among many that only resemble it', async () => {
      expect((await find('Smith'))[0]).toBe('z-smith');
    });

    it('finds it however its letters are composed', async () => {
      expect((await find(COMPOSED))[0]).toBe('z-jose');
      expect((await find(DECOMPOSED))[0]).toBe('z-jose');
    });
  });
}
