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

  it('takes in the kind and the description of the first that has one, and every other name once', async () => {
    const { kept } = await merge([
      { ...entity('china', 'China'), kind: 'thing', aliases: ['Mainland'] },
      { ...entity('b', 'B', 'china'), kind: 'thing', aliases: ['China', 'Mainland', 'Cathay'] },
      { ...entity('c', 'C', 'china'), kind: 'country', description: 'A country' },
      { ...entity('d', 'D', 'china'), kind: 'place', description: 'A place' },
    ]);

    expect(kept).toEqual([
      {
        ...{ id: 'china', name: 'China', kind: 'country', description: 'A country' },
        aliases: ['Mainland', 'B', 'Cathay', 'C', 'D'],
      },
    ]);
  });

  it('leaves who takes nobody in as they are, without a description where none has one', async () => {
    const { kept } = await merge([
      { ...entity('a', 'A'), kind: 'thing' },
      { ...entity('b', 'B', 'a'), kind: 'thing' },
      entity('c', 'C'),
    ]);

    expect(kept).toEqual([{ id: 'a', name: 'A', kind: 'thing', aliases: ['B'] }, entity('c', 'C')]);
  });

  it('names the one that has taken others in, with their names', async () => {
    const { merges, entities } = await mergeEntities([entity('a', 'A'), entity('b', 'B', 'a')], nobody);

    expect(merges.map(({ to }) => to)).toEqual(entities);
  });

  it('gives a name that several have to none of them', async () => {
    const twins = [entity('a', 'China'), entity('b', 'China'), entity('c', 'PRC', 'China')];

    expect((await merge(twins)).pairs).toEqual([]);
    expect((await merge([...twins, entity('d', 'Mainland', 'China')])).pairs).toEqual(['d → c']);
  });

  it('asks the store once for all, and for nobody where all is found', async () => {
    const asked: (readonly string[])[] = [];
    const find = (cells: readonly string[]) => {
      asked.push(cells);
      return nobody();
    };

    await mergeEntities([entity('a', 'A'), entity('b', 'B', 'a')], find);
    expect(asked).toEqual([]);

    const addresses = ['x', 'y', 'has blanks'].map((address, at) => entity(`e${at}`, `E${at}`, address));
    await mergeEntities(addresses, find);
    expect(asked).toEqual([['x', 'y']]);
  });

  it('does not lead to an entity of the store by its name, nor to the one that asks', async () => {
    const by = (found: Partial<NameMatch>) => () =>
      Promise.resolve(
        new Map([
          ['x', [{ id: EntityId.parse('x'), name: 'X', kind: 'country', by: 'id', ...found } as const]],
        ]),
      );

    expect((await merge([entity('a', 'A', 'x')], by({ by: 'name' }))).pairs).toEqual([]);
    expect((await merge([entity('a', 'A', 'x')], by({ id: EntityId.parse('a') }))).pairs).toEqual([]);
    expect((await merge([entity('a', 'A', 'x')], by({}))).pairs).toEqual(['a → x']);
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
