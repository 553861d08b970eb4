import { describe, expect, it } from '@jest/globals';

import { mergeEntities } from '@/lib/ingest/names/merge-entities';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { NameMatch } from '@/lib/model/name-match';

function entity(id: string, name: string, sameAs?: string): Entity {
  return { id: EntityId.parse(id), name, kind: 'country', aliases: [], ...(sameAs && { sameAs }) };
}

const nobody = () => Promise.resolve(new Map<string, readonly NameMatch[]>());

async function merge(entities: readonly Entity[], find = nobody) {
  const { merges, entities: kept, circles } = await mergeEntities(entities, find);
  return { kept, circles, pairs: merges.map(({ from, to }) => `${from.id} → ${to.id}`) };
}

describe('same_as', () => {
  it('merges an entity into the one whose id or name it gives, which takes its names in', async () => {
    const { kept, pairs } = await merge([
      entity('china', 'China'),
      entity('prc', 'PRC', 'china'),
      entity('roc', 'Mainland', 'China'),
    ]);

    expect(pairs).toEqual(['prc → china', 'roc → china']);
    expect(kept).toEqual([expect.objectContaining({ id: 'china', aliases: ['PRC', 'Mainland'] })]);
  });

  it('merges those that give the same address into the first of them', async () => {
    const address = 'http://www.wikidata.org/entity/Q148';
    const { pairs } = await merge([entity('a', 'China', address), entity('b', 'PRC', address)]);

    expect(pairs).toEqual(['b → a']);
  });

  it('leaves an address that only one gives as it is', async () => {
    const { kept, pairs } = await merge([entity('a', 'China', 'http://www.wikidata.org/entity/Q148')]);

    expect(pairs).toEqual([]);
    expect(kept[0]?.sameAs).toBe('http://www.wikidata.org/entity/Q148');
  });

  it('follows a chain to its end', async () => {
    const { pairs } = await merge([entity('a', 'A', 'b'), entity('b', 'B', 'c'), entity('c', 'C')]);

    expect(pairs).toEqual(['a → c', 'b → c']);
  });

  it('keeps those apart that lead round in a circle, and names them', async () => {
    const { kept, circles } = await merge([entity('a', 'A', 'b'), entity('b', 'B', 'a')]);

    expect(kept).toHaveLength(2);
    expect(circles).toEqual(['A', 'B']);
  });

  it('leads to an entity of the store by its id', async () => {
    const match: NameMatch = { id: EntityId.parse('china'), name: 'China', kind: 'country', by: 'id' };
    const { pairs, kept } = await merge([entity('prc', 'PRC', 'china')], () =>
      Promise.resolve(new Map([['china', [match]]])),
    );

    expect(pairs).toEqual(['prc → china']);
    expect(kept).toEqual([]);
  });
});
