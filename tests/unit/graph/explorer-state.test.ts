import { describe, expect, it } from '@jest/globals';

import { createExplorer } from '@/lib/graph/explorer';
import {
  collapse,
  expand,
  EXPANSION_STEP,
  EXPANSIONS_MAX,
  initialState,
  pin,
  read,
  select,
} from '@/lib/graph/explorer-state';
import { toggleOnly, toggleValue } from '@/lib/graph/filters/change-filters';
import { toSliceSteps } from '@/lib/graph/slice-steps';
import { EntityId, EvidenceId } from '@/lib/model/ids';
import { RelationTypeName } from '@/lib/model/relation-type';
import { SLICE_LIMIT_MAX } from '@/lib/model/slice';

const ann = EntityId.parse('ann');
const bob = EntityId.parse('bob');

describe('the explorer', () => {
  it('undoes and redoes whatever changed', () => {
    const explorer = createExplorer();
    explorer.change((state) => select(state, { status: 'entity', id: ann }));
    explorer.change((state) => expand(state, { entity: ann }));

    explorer.undo();
    expect(explorer.getState().present.expansions).toEqual([]);
    explorer.redo();
    expect(explorer.getState().present.expansions).toHaveLength(1);
    explorer.undo();
    explorer.undo();
    explorer.undo();
    expect(explorer.getState().present).toEqual(initialState);
  });

  it('forgets what was undone once something else is done', () => {
    const explorer = createExplorer();
    explorer.change((state) => expand(state, { entity: ann }));
    explorer.undo();
    explorer.change((state) => expand(state, { entity: bob }));

    explorer.redo();

    expect(explorer.getState().present.expansions.map(({ entity }) => entity)).toEqual([bob]);
  });

  it('takes an amendment back together with the step that it amends', () => {
    const explorer = createExplorer();
    explorer.change((state) => select(state, { status: 'entity', id: ann }));
    explorer.amend((state) => expand(state, { entity: ann }));

    explorer.undo();

    expect(explorer.getState().present).toEqual(initialState);
  });

  it('reads another selection from its beginning, and the same one on', () => {
    const piece = EvidenceId.parse('v1');
    const pair = select(initialState, { status: 'pair', a: ann, b: bob });
    const reading = read(pair, piece);

    expect(select(reading, { status: 'pair', a: bob, b: ann }).reading).toBe(piece);
    expect(select(reading, { status: 'entity', id: ann })).not.toHaveProperty('reading');
    expect(read(reading, piece)).toBe(reading);
  });

  it('tells nobody of an amendment that changes nothing', () => {
    const explorer = createExplorer();
    const heard: unknown[] = [];
    explorer.subscribe(() => heard.push(explorer.getState()));

    explorer.amend((state) => state);

    expect(heard).toEqual([]);
  });

  it('remembers no step when the same thing is selected again', () => {
    const explorer = createExplorer();
    explorer.change((state) => select(state, { status: 'pair', a: ann, b: bob }));

    explorer.change((state) => select(state, { status: 'pair', a: bob, b: ann }));

    expect(explorer.getState().past).toHaveLength(1);
  });
});

describe('expanding', () => {
  it('shows more each time it is asked for', () => {
    const twice = expand(expand(initialState, { entity: ann }), { entity: ann });

    expect(twice.expansions.map(({ limit }) => limit)).toEqual([EXPANSION_STEP, 2 * EXPANSION_STEP]);
  });

  it('goes beyond the neighbours that are on the canvas already', () => {
    const { expansions } = expand(initialState, { entity: ann, shown: 60 });

    expect(expansions).toEqual([{ entity: ann, limit: 60 + EXPANSION_STEP }]);
  });

  it('stops at what one slice can hold', () => {
    const most = expand(initialState, { entity: ann, shown: 5_000 });

    expect(most.expansions).toEqual([{ entity: ann, limit: SLICE_LIMIT_MAX - 1 }]);
    expect(expand(most, { entity: ann, shown: 5_000 })).toBe(most);
  });

  it('is taken back whole by collapsing', () => {
    const state = expand(expand(expand(initialState, { entity: ann }), { entity: bob }), { entity: ann });

    expect(collapse(state, ann).expansions.map(({ entity }) => entity)).toEqual([bob]);
  });

  it('counts one type apart from another and from all of them', () => {
    const [met, accused] = ['MET', 'ACCUSED'].map((type) => RelationTypeName.parse(type));
    if (!met || !accused) throw new Error('no types');
    let state = expand(initialState, { entity: ann });
    state = expand(state, { entity: ann, type: met });
    state = expand(state, { entity: ann, type: accused });
    state = expand(state, { entity: ann, type: met });

    expect(state.expansions.map(({ type, limit }) => [type, limit / EXPANSION_STEP])).toEqual([
      [undefined, 1],
      ['MET', 1],
      ['ACCUSED', 1],
      ['MET', 2],
    ]);
    expect(state.expansions[0]).not.toHaveProperty('type');
  });

  it('gives up the oldest of more than forty', () => {
    let state = initialState;
    for (let at = 0; at < EXPANSIONS_MAX + 2; at += 1)
      state = expand(state, { entity: EntityId.parse(`e${at}`) });

    expect(state.expansions).toHaveLength(EXPANSIONS_MAX);
    expect(state.expansions[0]?.entity).toBe('e2');
  });

  it('changes nothing when what is collapsed was not expanded', () => {
    const state = expand(initialState, { entity: ann });

    expect(collapse(state, bob)).toBe(state);
  });

  it('lets a pin go without a place', () => {
    const pinned = pin(pin(initialState, ann, { x: 0, y: 0 }), bob, { x: 1, y: 1 });

    expect([...pin(pinned, ann, undefined).pins.keys()]).toEqual(['bob']);
    expect(pinned.pins.size).toBe(2);
  });

  it('keeps pins to a thousandth, as the address does', () => {
    expect(pin(initialState, ann, { x: 0.12345, y: -1 }).pins.get(ann)).toEqual({ x: 0.123, y: -1 });
  });
});

describe('the explorer, visited', () => {
  it('goes to a state that can be undone like any other', () => {
    const explorer = createExplorer();
    let told = 0;
    explorer.subscribe(() => (told += 1));

    explorer.visit(expand(initialState, { entity: bob }));
    expect(explorer.getState().present.expansions).toHaveLength(1);

    explorer.undo();
    expect(explorer.getState().present).toEqual(initialState);
    expect(told).toBe(2);
  });
});

describe('filters', () => {
  const all = ['a', 'b', 'c'];

  it('switches one of all values off, and is no filter once all are on again', () => {
    const off = toggleValue({}, { name: 'class', value: 'b' }, all);

    expect(off).toEqual({ class: ['a', 'c'] });
    expect(toggleValue(off, { name: 'class', value: 'b' }, all)).toEqual({});
  });

  it('narrows to one value, and lifts the filter with the last one', () => {
    const only = toggleOnly({}, { name: 'type', value: 'MET' });

    expect(only).toEqual({ type: ['MET'] });
    const two = toggleOnly(only, { name: 'type', value: 'ACCUSED' });
    expect(two).toEqual({ type: ['MET', 'ACCUSED'] });
    expect(toggleOnly(two, { name: 'type', value: 'MET' })).toEqual({ type: ['ACCUSED'] });
    expect(toggleOnly(only, { name: 'type', value: 'MET' })).toEqual({});
  });
});

describe('toSliceSteps', () => {
  it('asks for the overview, then for each expansion, and for the same again as the server narrows it', () => {
    const state = expand(
      { ...initialState, filters: { source: ['news'], kind: ['person'] } },
      { entity: ann },
    );

    const { base, filtered } = toSliceSteps(state);

    expect(base.map(({ request }) => request)).toEqual([
      {},
      { seed: [ann], depth: 1, limit: EXPANSION_STEP + 1 },
    ]);
    expect(filtered.map(({ request }) => request.source)).toEqual([['news'], ['news']]);
  });

  it.each([
    [0, {}],
    [1, { seed: ['ann'], depth: 1 }],
    [2, { seed: ['ann', 'bob'], depth: 0 }],
  ])('starts from %i seeds', (count, request) => {
    expect(toSliceSteps({ ...initialState, seeds: [ann, bob].slice(0, count) }).base).toEqual([
      { key: JSON.stringify(request), request },
    ]);
  });

  it('narrows every step by all that is filtered', () => {
    const filters = { class: ['none'], type: ['MET'], source: ['news'], kind: ['person'] };
    const { filtered } = toSliceSteps(expand({ ...initialState, filters }, { entity: ann }));

    expect(filtered.map(({ request }) => request)).toEqual([
      filters,
      { seed: ['ann'], depth: 1, limit: EXPANSION_STEP + 1, ...filters },
    ]);
  });

  it('asks the server for nothing when a filter lets nothing through', () => {
    const { base, filtered } = toSliceSteps({ ...initialState, filters: { type: ['MET'], kind: [] } });

    expect([base.length, filtered.length]).toEqual([1, 0]);
  });

  it('asks the server to narrow by kinds too, so that what it counts agrees with the picture', () => {
    const { filtered } = toSliceSteps({ ...initialState, filters: { kind: ['person'] } });

    expect(filtered.map(({ request }) => request)).toEqual([{ kind: ['person'] }]);
  });

  it('asks for the expansion of one type by that type whatever the filter lets through', () => {
    const type = RelationTypeName.parse('MET');
    const state = expand({ ...initialState, filters: { type: ['ACCUSED'] } }, { entity: ann, type });

    expect(toSliceSteps(state).filtered.map(({ request }) => request.type)).toEqual([['ACCUSED'], ['MET']]);
  });
});
