import { describe, expect, it } from '@jest/globals';

import { createExplorer } from '@/lib/graph/explorer';
import {
  collapse,
  expand,
  EXPANSION_STEP,
  initialState,
  pin,
  read,
  select,
} from '@/lib/graph/explorer-state';
import { toggleOnly, toggleValue } from '@/lib/graph/filters/change-filters';
import { toSliceSteps } from '@/lib/graph/slice-steps';
import { EntityId, EvidenceId } from '@/lib/model/ids';
import { RelationTypeName } from '@/lib/model/relation-type';

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

  it('is taken back whole by collapsing', () => {
    const state = expand(expand(expand(initialState, { entity: ann }), { entity: bob }), { entity: ann });

    expect(collapse(state, ann).expansions.map(({ entity }) => entity)).toEqual([bob]);
  });

  it('keeps pins to a thousandth, as the address does', () => {
    expect(pin(initialState, ann, { x: 0.12345, y: -1 }).pins.get(ann)).toEqual({ x: 0.123, y: -1 });
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

  it('asks the server for nothing more when only kinds are filtered, which it does not know', () => {
    expect(toSliceSteps({ ...initialState, filters: { kind: ['person'] } }).filtered).toEqual([]);
  });

  it('asks for the expansion of one type by that type whatever the filter lets through', () => {
    const type = RelationTypeName.parse('MET');
    const state = expand({ ...initialState, filters: { type: ['ACCUSED'] } }, { entity: ann, type });

    expect(toSliceSteps(state).filtered.map(({ request }) => request.type)).toEqual([['ACCUSED'], ['MET']]);
  });
});
