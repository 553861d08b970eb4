import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Neo4jTest } from './neo4j-test';

/** How the full-text indexes of Neo4j are asked. */
export function describeTextSearch(get: () => Neo4jTest): void {
  describe('search', () => {
    it.each([
      ['a beginning', 'blink', 'blinken'],
      ['a typo', 'Blinkn', 'blinken'],
      ['no accent', 'jurgen mul', 'muller'],
      ['part of a Chinese name', '近平', 'xi'],
      ['an alias', 'prc', 'china'],
    ])('finds an entity by %s', async (_, text, id) => {
      const { hits } = await get().engine.searchEntities(text, 5);

      expect(hits.map((hit) => hit.id)).toContain(id);
    });

    it('puts the name itself before one that begins with it', async () => {
      const { hits, total } = await get().engine.searchEntities('China', 1);

      expect(hits.map(({ id }) => id)).toEqual(['china']);
      expect(total).toBe(2);
    });

    it('finds a passage by its words in whatever script', async () => {
      const english = await get().engine.searchPassages('balloon spying', 5);
      const chinese = await get().engine.searchPassages('会见', 5);

      expect(english.hits.map(({ id }) => id)).toEqual(['older.1']);
      expect(chinese.hits.map(({ id }) => id)).toEqual(['older.2']);
    });

    it('takes whatever is typed as words, never as syntax', async () => {
      const typed = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc
          .array(
            fc.constantFrom(
              'AND',
              'OR',
              'NOT',
              'TO',
              '"',
              '(',
              '[a',
              '*',
              '~2',
              '^',
              '\\',
              'name:',
              '/x/',
              'china',
            ),
            {
              maxLength: 8,
            },
          )
          .map((parts) => parts.join(' ')),
      );

      await fc.assert(
        fc.asyncProperty(typed, async (text) => {
          const { total } = await get().engine.searchEntities(text, 5);
          expect(total).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 100, seed: 7 },
      );
    }, 60_000);
  });
}
