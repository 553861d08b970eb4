import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ExplorerState } from '@/lib/graph/explorer-state';
import { EXPANSION_STEP, initialState } from '@/lib/graph/explorer-state';
import { formatUrlState, parseUrlState } from '@/lib/graph/url-state';
import { EntityId, EvidenceId } from '@/lib/model/ids';
import { RelationTypeName } from '@/lib/model/relation-type';

const ids = fc.stringMatching(/^[a-z][a-z0-9.:~-]{0,12}$/).map((id) => EntityId.parse(id));
const types = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/).map((type) => RelationTypeName.parse(type));
const lengths = fc.integer({ min: -3000, max: 3000 }).map((steps) => steps / 1000 + 0);
const values = fc
  .uniqueArray(fc.stringMatching(/^[a-z-]{1,12}$/), { maxLength: 4 })
  .map((list) => list.sort());

const selections = fc.oneof(
  fc.constant({ status: 'none' as const }),
  ids.map((id) => ({ status: 'entity' as const, id })),
  fc.tuple(ids, ids).map(([a, b]) => ({ status: 'pair' as const, a, b })),
);
const expansions = fc.record(
  { entity: ids, limit: fc.integer({ min: 1, max: 1000 }), type: types },
  { requiredKeys: ['entity', 'limit'] },
);
const states: fc.Arbitrary<ExplorerState> = fc
  .record(
    {
      reading: ids.map((id) => EvidenceId.parse(id)),
      selection: selections,
      filters: fc.record({ class: values, type: values, kind: values, source: values }, { requiredKeys: [] }),
      seeds: fc.array(ids, { maxLength: 4 }),
      expansions: fc.array(expansions, { maxLength: 4 }),
      pins: fc
        .array(fc.tuple(ids, fc.record({ x: lengths, y: lengths })), { maxLength: 4 })
        .map((pins) => new Map(pins)),
      view: fc.constantFrom('graph' as const, 'table' as const),
    },
    { requiredKeys: ['selection', 'filters', 'seeds', 'expansions', 'pins'] },
  )
  .map(({ reading, ...state }) =>
    reading === undefined || state.selection.status === 'none' ? state : { ...state, reading },
  );

describe('the address', () => {
  it('gives back every state that it was written for', () => {
    fc.assert(
      fc.property(states, (state) => {
        const written = formatUrlState(state).toString();

        expect(parseUrlState(new URLSearchParams(written))).toEqual(state);
      }),
    );
  });

  it('reads any text, and writes what it read the same way ever after', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (text) => {
        const once = formatUrlState(parseUrlState(new URLSearchParams(text))).toString();

        expect(formatUrlState(parseUrlState(new URLSearchParams(once))).toString()).toBe(once);
      }),
    );
  });

  it('is empty for the overview', () => {
    expect(formatUrlState(initialState).toString()).toBe('');
  });

  it.each([
    'entity=no spaces',
    'pair=only-one',
    'pair=a,b,c',
    'expand=a,-1',
    'pin=a,NaN,2',
    'view=cube',
    'seed=',
  ])('leaves out what cannot be read: %s', (text) => {
    expect(parseUrlState(new URLSearchParams(text))).toEqual(initialState);
  });

  it.each([
    ['fewer entities than a slice holds', 'expand=a,2000', 0],
    ['as many as fit in a slice', 'expand=a,1999', 1],
    ['at least one entity', 'expand=a,0', 0],
    ['one entity', 'expand=a,1', 1],
    ['whole numbers', 'expand=a,1.5', 0],
    ['a type that is one', 'expand=a,5,no type', 0],
  ])('takes an expansion with %s', (_, text, count) => {
    expect(parseUrlState(new URLSearchParams(text)).expansions).toHaveLength(count);
  });

  it('takes an expansion without a number for one step', () => {
    expect(parseUrlState(new URLSearchParams('expand=a&expand=b,,MET')).expansions).toEqual([
      { entity: 'a', limit: EXPANSION_STEP },
      { entity: 'b', limit: EXPANSION_STEP, type: 'MET' },
    ]);
  });

  it.each([
    { name: 'seeds', parameter: 'seed', rest: '', max: 200 },
    { name: 'pins', parameter: 'pin', rest: ',0,0', max: 200 },
    { name: 'expansions', parameter: 'expand', rest: '', max: 40 },
  ] as const)('takes $max $name and no more', ({ name, parameter, rest, max }) => {
    const text = Array.from({ length: 250 }, (_, at) => `${parameter}=e${at}${rest}`).join('&');
    const read = parseUrlState(new URLSearchParams(text))[name];

    expect('size' in read ? read.size : read.length).toBe(max);
  });

  it('takes two hundred values of a filter, each once, in one order', () => {
    const numbers = Array.from({ length: 250 }, (_, at) => `source=${(1249 - at).toString()}&source=1000`);
    const { filters } = parseUrlState(new URLSearchParams(numbers.join('&')));

    expect(filters.source).toEqual(Array.from({ length: 200 }, (_, at) => String(at + 1000)));
  });

  it('writes a filter that lets nothing through, and none that is not set', () => {
    expect(formatUrlState({ ...initialState, filters: { type: [], kind: ['b', 'a'] } }).toString()).toBe(
      'type=&kind=a&kind=b',
    );
    expect(parseUrlState(new URLSearchParams('type=')).filters).toEqual({ type: [] });
  });

  it('writes the place of a pin to a thousandth', () => {
    const pins = new Map([[EntityId.parse('a'), { x: 0.12345, y: -2 }]]);

    expect(formatUrlState({ ...initialState, pins }).get('pin')).toBe('a,0.123,-2.000');
  });

  it.each(['pin=a', 'pin=a,1', 'pin=a,1,Infinity', 'pin=,1,2', 'pin=a,x,1'])(
    'leaves out the pin of %s',
    (text) => {
      expect(parseUrlState(new URLSearchParams(text)).pins.size).toBe(0);
    },
  );

  it('takes a pair before an entity, and an entity where the pair is none', () => {
    expect(parseUrlState(new URLSearchParams('pair=a,b&entity=c')).selection).toMatchObject({
      status: 'pair',
    });
    expect(parseUrlState(new URLSearchParams('pair=a&entity=c')).selection).toEqual({
      status: 'entity',
      id: 'c',
    });
  });

  it.each(['graph', 'table'] as const)('keeps the view of a %s', (view) => {
    expect(parseUrlState(new URLSearchParams(`view=${view}`)).view).toBe(view);
  });
});
