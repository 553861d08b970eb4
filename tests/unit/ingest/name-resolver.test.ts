import { describe, expect, it } from '@jest/globals';

import { createEntityIndex } from '@/lib/ingest/names/entity-index';
import { createNameResolver, toEntityId, type NameResolver } from '@/lib/ingest/names/name-resolver';
import type { Named } from '@/lib/ingest/source';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { NameMatch } from '@/lib/model/name-match';

function entity(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return { id: EntityId.parse(id), name, kind: 'person', aliases: [], ...more };
}

/** A resolver over a dataset's entities and what a store answers. */
async function resolver(
  names: readonly Named[],
  {
    own = [],
    stored = [],
    holdsIds,
  }: {
    own?: readonly Entity[];
    stored?: readonly (readonly [string, NameMatch])[];
    holdsIds?: boolean;
  },
): Promise<NameResolver> {
  const index = createEntityIndex();
  for (const each of own) index.add(each);
  const answers = new Map<string, NameMatch[]>();
  for (const [cell, match] of stored) answers.set(cell, [...(answers.get(cell) ?? []), match]);
  const made = createNameResolver(index, { findNames: () => Promise.resolve(answers), holdsIds });
  await made.prepare(names);
  return made;
}

async function idOf(named: Named, known: Parameters<typeof resolver>[1] = {}): Promise<string> {
  const party = (await resolver([named], known)).partyOf(named);
  return party.status === 'ambiguous' ? 'ambiguous' : party.id;
}

describe('A name of a row', () => {
  const own = [
    entity('merkel', 'Angela Merkel', { aliases: ['Kanzlerin'] }),
    entity('paris-city', 'Paris', { kind: 'place' }),
    entity('paris-hilton', 'Paris'),
  ];

  it.each([
    ['the name as written', 'Angela Merkel'],
    ['other capitals', 'ANGELA MERKEL'],
    ['an alias in other capitals', 'KANZLERIN'],
    ['its id', 'merkel'],
  ])('means an entity of the dataset by %s', async (_how, name) => {
    expect(await idOf({ name }, { own })).toBe('merkel');
  });

  it('is ambiguous where two entities have it, and clear where a kind tells them apart', async () => {
    expect(await idOf({ name: 'Paris' }, { own })).toBe('ambiguous');
    expect(await idOf({ name: 'Paris', kind: 'place' }, { own })).toBe('paris-city');
  });

  it('means the store’s entity when the dataset has none', async () => {
    const match: NameMatch = { id: EntityId.parse('xi'), name: 'Xi Jinping', kind: 'person', by: 'alias' };

    expect(await idOf({ name: '习近平' }, { stored: [['习近平', match]] })).toBe('xi');
  });

  it('prefers a name of the store to another entity’s alias, and the name as written to a folded one', async () => {
    const matches = (['alias', 'folded', 'name'] as const).map(
      (by) => ['Apple', { id: EntityId.parse(by), name: 'Apple', kind: 'thing', by }] as const,
    );

    expect(await idOf({ name: 'Apple' }, { stored: matches })).toBe('name');
    expect(await idOf({ name: 'Apple' }, { stored: matches.slice(0, 2) })).toBe('folded');
  });

  it('becomes an entity of its own when two entities of the store have it, which is told', async () => {
    const matches = ['a', 'b'].map(
      (id) => ['Smith', { id: EntityId.parse(id), name: 'Smith', kind: 'person', by: 'name' }] as const,
    );

    const made = await resolver([{ name: 'Smith' }], { stored: matches });

    expect(made.partyOf({ name: 'Smith' })).toMatchObject({
      status: 'implied',
      id: toEntityId({ name: 'Smith' }),
    });
    expect(made.notices()[0]).toContain("'Smith' (2: a, b)");
  });

  it('becomes an entity of its own, the same for other capitals, another for another kind', async () => {
    expect(await idOf({ name: 'La Nación' })).toBe(await idOf({ name: 'LA NACIÓN' }));
    expect(await idOf({ name: 'Jordan', kind: 'person' })).not.toBe(
      await idOf({ name: 'Jordan', kind: 'country' }),
    );
    expect(await idOf({ name: 'か' })).not.toBe(await idOf({ name: 'が' }));
    expect(toEntityId({ name: 'Jordan', kind: 'thing' })).toBe(toEntityId({ name: 'Jordan' }));
  });

  it('is told when it was taken for another spelling, but not when it is an id', async () => {
    const names = [{ name: 'Ana Lima' }, { name: 'ANA LIMA' }, { name: 'merkel' }];
    const made = await resolver(names, { own: [entity('merkel', 'Merkel')] });
    for (const named of names) made.partyOf(named);

    expect(made.notices()).toEqual([
      "Merged into one entity, since only case or accents differ: 'ANA LIMA' and 'Ana Lima'.",
    ]);
  });

  it('means the entity that it made itself, though others have been called so since', async () => {
    const named = { name: 'Jordan' };
    const made = toEntityId(named);
    const other = EntityId.parse('jordan-person');
    const homonyms = (name: string): readonly (readonly [string, NameMatch])[] => [
      [name, { id: other, name, kind: 'person', by: 'name' }],
      [name, { id: made, name, kind: 'thing', by: 'name' }],
    ];

    expect(await idOf(named, { stored: homonyms('Jordan') })).toBe(made);
    expect(await idOf({ name: 'Amman' }, { stored: homonyms('Amman') })).toBe(toEntityId({ name: 'Amman' }));
  });

  it('means the entity with which the dataset has had to do before, of several with the name', async () => {
    const matches = ['a', 'b', toEntityId({ name: 'Smith' })].map(
      (id) =>
        [
          'Smith',
          { id: EntityId.parse(id), name: 'Smith', kind: 'person', by: 'name', isOwn: id === 'b' },
        ] as const,
    );

    expect(await idOf({ name: 'Smith' }, { stored: matches })).toBe('b');
  });

  it('is no id of an entity in the store, unless that means the same everywhere or the input holds ids', async () => {
    const byId = (id: string): readonly (readonly [string, NameMatch])[] => [
      [id, { id: EntityId.parse(id), name: 'Harbour Company', kind: 'organisation', by: 'id' }],
    ];

    expect(await idOf({ name: '2' }, { stored: byId('2') })).toBe(toEntityId({ name: '2' }));
    expect(await idOf({ name: 'usa' }, { stored: byId('usa') })).toBe(toEntityId({ name: 'usa' }));
    expect(await idOf({ name: 'Q42' }, { stored: byId('Q42') })).toBe('Q42');
    expect(await idOf({ name: 'x', id: EntityId.parse('usa') }, { stored: byId('usa') })).toBe('usa');
    expect(await idOf({ name: 'usa' }, { stored: byId('usa'), holdsIds: true })).toBe('usa');
  });

  it.each([
    ['US', 'us'],
    ['WHO', 'Who'],
    ['ISIS', 'Isis'],
    ['Turkey', 'turkey'],
    ['Peña', 'Pena'],
    ['Lê Thành', 'Lê Thanh'],
  ])('is another one than %s where it is %s', async (one, another) => {
    const made = await resolver([{ name: one }, { name: another }], {});
    const stored: NameMatch = { id: toEntityId({ name: one }), name: one, kind: 'thing', by: 'folded' };
    const ids = [one, another].map((name) => {
      const party = made.partyOf({ name });
      return party.status === 'ambiguous' ? '' : party.id;
    });

    expect(new Set(ids).size).toBe(2);
    expect(await idOf({ name: another }, { stored: [[another, stored]] })).not.toBe(stored.id);
    expect(made.notices()).toEqual([]);
  });

  it('is not another name of the store that only looks like it', async () => {
    const alias: NameMatch = {
      id: EntityId.parse('usa'),
      name: 'United States',
      kind: 'country',
      by: 'alias',
      called: 'US',
    };

    expect(await idOf({ name: 'us' }, { stored: [['us', alias]] })).toBe(toEntityId({ name: 'us' }));
    expect(await idOf({ name: 'US' }, { stored: [['US', alias]] })).toBe('usa');
  });

  it('means the same to rows that are still worked on while very many other names are looked up', async () => {
    const made = await resolver([{ name: 'Merkel' }], { own: [entity('merkel', 'Merkel')] });
    const others = (from: number) => Array.from({ length: 100_001 }, (_, at) => ({ name: `n${from + at}` }));

    await made.prepare(others(0));
    await made.prepare([{ name: 'one more' }]);

    expect(made.isHeld({ name: 'Merkel' })).toBe(false);
    expect(made.partyOf({ name: 'Merkel' })).toMatchObject({ status: 'known', id: 'merkel' });
  });
});

describe('The store', () => {
  /** A resolver that writes down what it asks the store, which knows Bo as a person and as a place. */
  function recording(own: readonly Entity[] = []) {
    const index = createEntityIndex();
    for (const each of own) index.add(each);
    const asked: (readonly string[])[] = [];
    const kinds = ['person', 'place'] as const;
    const matches = kinds.map((kind): NameMatch => ({
      id: EntityId.parse(kind),
      name: 'Bo',
      kind,
      by: 'name',
    }));
    const made = createNameResolver(index, {
      findNames: (cells) => {
        asked.push([...cells]);
        return Promise.resolve(new Map([['Bo', matches]]));
      },
    });
    return { made, asked };
  }

  it('is asked once for all that is not known yet, each once and in one Unicode form', async () => {
    const { made, asked } = recording([entity('ana', 'Ana')]);

    await made.prepare([{ name: 'Ana' }, { name: 'Jose\u0301' }, { name: 'Bo' }, { name: 'Bo' }]);
    await made.prepare([{ name: 'Bo' }, { name: 'Ana' }]);
    await made.prepare([]);
    await made.prepare([
      { name: 'Bo', kind: 'person' },
      { name: 'x', id: EntityId.parse('cy') },
    ]);

    expect(asked).toEqual([
      ['Jos\u00e9', 'Bo'],
      ['Bo', 'cy'],
    ]);
    expect([{ name: 'Bo' }, { name: 'Ana' }, { name: 'Di' }].map(made.isHeld)).toEqual([true, true, false]);
  });

  it('may have several with a name, of whom a kind means one', async () => {
    const { made } = recording();
    const names = [{ name: 'Bo', kind: 'place' }, { name: 'Bo', kind: 'country' }, { name: 'Bo' }] as const;
    await made.prepare(names);

    expect(names.map((named) => made.partyOf(named))).toMatchObject([
      { status: 'known', id: 'place', name: 'Bo' },
      { status: 'implied', entity: { name: 'Bo', kind: 'country', aliases: [] } },
      { status: 'implied', id: toEntityId({ name: 'Bo' }) },
    ]);
  });

  it('may know somebody else by another name, who is not meant where only names count', async () => {
    const alias: NameMatch = { id: EntityId.parse('xi'), name: 'Xi Jinping', kind: 'person', by: 'alias' };
    const stored = [['The President', alias]] as const;

    expect(await idOf({ name: 'The President' }, { stored })).toBe('xi');
    expect(await idOf({ name: 'The President', matches: 'name' }, { stored })).toBe(
      toEntityId({ name: 'The President' }),
    );
  });

  it('is not asked for a name that was never prepared, which becomes an entity of its own', () => {
    const { made, asked } = recording();

    expect(made.partyOf({ name: 'Di', kind: 'person', aliases: ['Diana'] })).toEqual({
      status: 'implied',
      id: toEntityId({ name: 'Di', kind: 'person' }),
      name: 'Di',
      entity: {
        ...{ id: toEntityId({ name: 'Di', kind: 'person' }), name: 'Di', kind: 'person' },
        aliases: ['Diana'],
      },
    });
    expect(asked).toEqual([]);
  });

  it('keeps another spelling apart from the entity that has its id by now', async () => {
    const made = toEntityId({ name: 'us' });
    const stored: NameMatch = { id: made, name: 'US', kind: 'thing', by: 'folded' };

    expect(await idOf({ name: 'us' }, { stored: [['us', stored]] })).not.toBe(made);
    expect(await idOf({ name: 'US' }, { stored: [['US', { ...stored, by: 'name' }]] })).toBe(made);
  });
});

describe('Spellings that were taken for one', () => {
  it('are all told, with the name that they were taken for', async () => {
    const made = await resolver([{ name: 'ANA LIMA' }, { name: 'Ana Lima' }, { name: 'Bo Ek' }], {
      own: [entity('ana', 'Ana Lima')],
    });

    expect([...made.joined()]).toEqual([['ANA LIMA', 'Ana Lima']]);
  });
});
