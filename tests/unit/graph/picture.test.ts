import { describe, expect, it } from '@jest/globals';

import type { Arrangement } from '@/lib/graph/arrangement';
import { createExplorer } from '@/lib/graph/explorer';
import { expand, initialState, select } from '@/lib/graph/explorer-state';
import { createFactsGraph } from '@/lib/graph/facts';
import { mergeSlice } from '@/lib/graph/merge-slice';
import { createPicture } from '@/lib/graph/picture';
import type { LoadedSlices } from '@/lib/graph/slice-loader';
import { createStore } from '@/lib/graph/store';
import { EntityId } from '@/lib/model/ids';
import type { GraphSlice } from '@/lib/model/slice';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

const [ann, bob, utopia] = ['ann', 'bob', 'utopia'].map((id) => EntityId.parse(id));

const busy = toSlice({
  entities: { ann: 'person', bob: 'person' },
  relations: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((type) => `ann ${type} bob`),
});

/** A picture of a slice, with the stores that it follows. */
function open(slice: GraphSlice = quarrel) {
  const facts = createFactsGraph();
  mergeSlice(facts, slice);
  const explorer = createExplorer();
  const loader = createStore<LoadedSlices>({ status: 'ready', steps: [] });
  const arranger = createStore<Arrangement>({
    facts,
    status: 'settled',
    content: facts.order + facts.size,
    revision: 0,
  });
  const picture = createPicture({ explorer, loader, arranger });
  const stop = picture.follow();
  return { picture, explorer, loader, arranger, facts, stop };
}

/** What of a picture takes work to find out. */
function partsOf({ picture }: ReturnType<typeof open>) {
  const { visible, folds } = picture.getState();
  return [visible, folds];
}

function areSame(parts: readonly unknown[], others: readonly unknown[]): readonly boolean[] {
  return parts.map((part, index) => part === others[index]);
}

describe('The picture', () => {
  it('keeps its parts while only places change', () => {
    const opened = open();
    const before = partsOf(opened);

    opened.arranger.setState((state) => ({ ...state, status: 'arranging', revision: state.revision + 1 }));

    expect(opened.picture.getState().arrangement.revision).toBe(1);
    expect(areSame(partsOf(opened), before)).toEqual([true, true]);
  });

  it('is worked out anew when a filter is set, and again when it is lifted', () => {
    const opened = open();
    const whole = partsOf(opened);
    const countFolds = () => opened.picture.getState().folds.length;
    const all = countFolds();

    opened.explorer.change((state) => ({ ...state, filters: { type: ['ATTACKED'] } }));
    expect(areSame(partsOf(opened), whole)).toEqual([false, false]);
    expect(countFolds()).toBe(1);
    expect(opened.picture.getState().visible.entities).toEqual(new Set(['cid', 'utopia']));

    opened.explorer.change((state) => ({ ...state, filters: {} }));
    expect(countFolds()).toBe(all);
  });

  it('shows what is loaded meanwhile', () => {
    const { picture, facts, arranger } = open();

    mergeSlice(facts, toSlice({ entities: { dan: 'person', eve: 'person' }, relations: ['dan MET eve'] }));
    arranger.setState((state) => ({ ...state, content: facts.order + facts.size }));

    expect(picture.getState().visible.entities.has(EntityId.parse('dan'))).toBe(true);
    expect(picture.getState().folds.map(({ key }) => key)).toContain('dan MET eve');
  });

  it('leaves out what the server did not let through, once it has answered', () => {
    const { picture, explorer, loader } = open();
    explorer.change((state) => ({ ...state, filters: { source: ['news'] } }));

    loader.setState({ status: 'ready', steps: [], answered: new Set(quarrel.relations.id.slice(0, 1)) });

    expect([...picture.getState().visible.relations]).toEqual(quarrel.relations.id.slice(0, 1));
  });

  it('keeps in sight what is selected, expanded or started from, and what is loaded of it only', () => {
    const { picture, explorer } = open();
    const seen = () => [...picture.getState().visible.entities].sort();
    const nobody = EntityId.parse('nobody');
    if (!ann || !bob || !utopia) throw new Error('no ids');

    explorer.visit({ ...initialState, filters: { type: [] }, seeds: [utopia, nobody] });
    expect(seen()).toEqual(['utopia']);

    explorer.change((state) => select(state, { status: 'entity', id: ann }));
    expect(seen()).toEqual(['ann', 'utopia']);

    explorer.change((state) => expand(state, { entity: bob }));
    expect(seen()).toEqual(['ann', 'bob', 'utopia']);
  });

  it('fans out the types of the pair that is selected', () => {
    const { picture, explorer } = open(busy);
    expect(picture.getState().folds).toHaveLength(1);
    if (!ann || !bob) throw new Error('no ids');

    explorer.change((state) => select(state, { status: 'pair', a: ann, b: bob }));
    expect(picture.getState().folds).toHaveLength(busy.relations.id.length);

    explorer.change((state) => select(state, { status: 'entity', id: ann }));
    expect(picture.getState().folds).toHaveLength(1);
  });

  it('says what can be undone and redone', () => {
    const { picture, explorer } = open();
    const can = () => [picture.getState().canUndo, picture.getState().canRedo];
    expect(can()).toEqual([false, false]);

    explorer.change((state) => ({ ...state, view: 'table' }));
    expect(can()).toEqual([true, false]);
    explorer.undo();
    expect(can()).toEqual([false, true]);
  });

  it('is loading before it is being laid out', () => {
    const { picture, loader, arranger } = open();
    expect(picture.getState().progress).toBe('settled');

    arranger.setState((state) => ({ ...state, status: 'arranging' }));
    expect(picture.getState().progress).toBe('arranging');

    loader.setState({ status: 'loading', steps: [] });
    expect(picture.getState().progress).toBe('loading');
  });

  it('is told of changes for as long as it follows, and of those before it began', () => {
    const { picture, explorer, stop } = open();
    let told = 0;
    picture.subscribe(() => (told += 1));

    explorer.change((state) => ({ ...state, view: 'table' }));
    expect([told, picture.getState().state.view]).toEqual([1, 'table']);

    stop();
    explorer.change((state) => ({ ...state, view: 'graph' }));
    expect([told, picture.getState().state.view]).toEqual([1, 'table']);

    picture.follow();
    expect(picture.getState().state.view).toBe('graph');
  });
});
