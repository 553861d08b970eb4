import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ExplorerState } from '@/lib/graph/explorer-state';
import { initialState } from '@/lib/graph/explorer-state';
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
});
