import { describe, expect, it } from '@jest/globals';

import { LoadId } from '@/lib/model/ids';
import { loadsOf, planDeclared, toLoadsCell, type Declared } from '@/lib/store/verbs/rows/declared-by';

interface Thing {
  readonly id: string;
  readonly name: string;
}

const load = LoadId.parse('l-2');

function plan(
  wanted: readonly (readonly [name: string, declared: boolean])[],
  known: readonly Declared<Thing>[] = [],
) {
  return planDeclared(
    wanted.map(([name, declared]) => ({ value: { id: name.slice(0, 1), name }, declared })),
    new Map(known.map((each) => [each.value.id, each])),
    { load, keyOf: ({ id }) => id, toRow: ({ id, name }) => [id, name] },
  );
}

const value = (name: string): Thing => ({ id: name.slice(0, 1), name });
const nothing = { created: [], updated: [], declaredAgain: [] };

describe('What is to be written of what loads declare', () => {
  it('is new with the load that declares it, and with none when it is only implied', () => {
    expect(
      plan([
        ['ann', true],
        ['bob', false],
      ]),
    ).toEqual({
      ...nothing,
      created: [
        { value: value('ann'), loads: ['l-2'] },
        { value: value('bob'), loads: [] },
      ],
    });
  });

  it('is changed by a declaration, and the load put behind those before it', () => {
    expect(plan([['anna', true]], [{ value: value('ann'), loads: ['l-1'] }])).toEqual({
      ...nothing,
      updated: [{ value: value('anna'), loads: ['l-1', 'l-2'] }],
    });
  });

  it('is changed once more by the same load without naming it twice', () => {
    expect(plan([['anna', true]], [{ value: value('ann'), loads: ['l-2', 'l-1'] }]).updated).toEqual([
      { value: value('anna'), loads: ['l-2', 'l-1'] },
    ]);
  });

  it('only gains the load where it is there as it is', () => {
    expect(plan([['ann', true]], [{ value: value('ann'), loads: [] }])).toEqual({
      ...nothing,
      declaredAgain: [{ value: value('ann'), loads: ['l-2'] }],
    });
    expect(plan([['ann', true]], [{ value: value('ann'), loads: ['l-2'] }])).toEqual(nothing);
  });

  it('is nothing for what is implied and there', () => {
    expect(plan([['anna', false]], [{ value: value('ann'), loads: ['l-1'] }])).toEqual(nothing);
  });

  it('is the last declaration of several, and a declaration before any implication', () => {
    expect(
      plan([
        ['ann', true],
        ['anna', true],
      ]).created,
    ).toEqual([{ value: value('anna'), loads: ['l-2'] }]);
    expect(
      plan([
        ['ann', false],
        ['anna', true],
      ]).created[0]?.value.name,
    ).toBe('anna');
    expect(
      plan([
        ['ann', true],
        ['anna', false],
      ]).created[0]?.value.name,
    ).toBe('ann');
    expect(
      plan([
        ['ann', false],
        ['anna', false],
      ]).created[0]?.value.name,
    ).toBe('ann');
  });
});

describe('The loads that declare something', () => {
  it('are stored as a list, and as nothing where there are none', () => {
    expect(toLoadsCell(['l-1'])).toEqual(['l-1']);
    expect(toLoadsCell([])).toBeNull();
    expect(loadsOf({ loads: ['l-1', 'l-2'] })).toEqual(['l-1', 'l-2']);
    expect(loadsOf({})).toEqual([]);
  });
});
