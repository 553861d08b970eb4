import { describe, expect, it } from '@jest/globals';

import { createFactsGraph } from '@/lib/graph/facts';
import { foldRelations } from '@/lib/graph/fold-relations';
import { mergeSlice } from '@/lib/graph/merge-slice';
import type { Selection } from '@/lib/graph/selection';
import { entityKinds } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { GraphSlice } from '@/lib/model/slice';
import {
  edgeAppearance,
  findHighlight,
  kindShapes,
  nodeAppearance,
  type ViewState,
} from '@/lib/render/appearance';
import { createDrawnGraph, mergeDrawing } from '@/lib/render/drawn-graph';
import { mixColours, toPalette } from '@/lib/render/palette';

import { quarrel, toSlice } from '../../fixtures/slice.fixture';

const tokens = new Map([
  ['--page', '#ffffff'],
  ['--accent', '#aa00aa'],
  ['--entity', '#333333'],
  ['--entity-place', '#000000'],
  ['--verbal-conflict', '#bd7100'],
]);
const palette = toPalette((name) => tokens.get(name) ?? '#777777');

/** What is drawn of a slice for a view: the appearance of each node and edge by key. */
function draw(slice: GraphSlice, view: Partial<ViewState> = {}) {
  const facts = createFactsGraph();
  mergeSlice(facts, slice);
  const visible = { entities: new Set(slice.entities.id), relations: new Set(slice.relations.id) };
  const drawn = createDrawnGraph();
  const folds = foldRelations(facts, visible);
  mergeDrawing(drawn, { facts, visible, folds, pins: new Map(), stretch: { x: 1, y: 1 } });
  const full: ViewState = { selection: { status: 'none' }, ...view };
  const highlight = findHighlight(
    {
      neighbors: (key) => drawn.neighbors(key),
      edges: (key) => drawn.edges(key),
      edgesBetween: (a, b) => [...drawn.edges(a, b), ...drawn.edges(b, a)],
      ends: (key) => drawn.extremities(key),
      has: (key) => drawn.hasNode(key),
    },
    full,
  );
  const look = { view: full, highlight, palette, scale: 1, edgeOpacity: 1 };
  return {
    nodes: new Map(drawn.mapNodes((key, entity) => [key, nodeAppearance(entity, look)])),
    edges: new Map(drawn.mapEdges((key, fold) => [key, edgeAppearance(fold, look)])),
  };
}

const cid: Selection = { status: 'entity', id: EntityId.parse('cid') };
const pair: Selection = { status: 'pair', a: EntityId.parse('ann'), b: EntityId.parse('bob') };

function dimmed(view: Partial<ViewState>) {
  return [...draw(quarrel, view).nodes].filter(([, { isDimmed }]) => isDimmed).map(([key]) => key);
}

describe('appearance', () => {
  it('dims nobody while nothing is selected or pointed at', () => {
    expect(dimmed({})).toEqual([]);
  });

  it.each([
    { title: 'an entity and its neighbours', view: { selection: cid }, away: ['ann'] },
    { title: 'a pair', view: { selection: pair }, away: ['cid', 'utopia'] },
    {
      title: 'who is pointed at before who is selected',
      view: { selection: pair, hovered: { part: 'node', key: 'utopia' } },
      away: ['ann', 'bob'],
    },
    {
      title: 'the ends of the edge that is pointed at',
      view: { hovered: { part: 'edge', key: 'bob MET cid' } },
      away: ['ann', 'utopia'],
    },
  ] as const)('keeps at full strength $title', ({ view, away }) => {
    expect(dimmed(view)).toEqual(away);
  });

  it('dims to a third of the colour, opaque', () => {
    const { nodes, edges } = draw(quarrel, { selection: cid });

    expect(nodes.get('ann')?.color).toBe(mixColours('#333333', '#ffffff', 1 / 3));
    expect(edges.get('ann ACCUSED bob')?.color).toBe(mixColours('#bd7100', '#ffffff', 1 / 3));
  });

  it('is not dimmed by a selection that is not on the canvas', () => {
    expect(dimmed({ selection: { status: 'entity', id: EntityId.parse('nobody') } })).toEqual([]);
  });

  it('rings who is selected, and who the keyboard is at', () => {
    const { nodes } = draw(quarrel, { selection: cid, cursor: 'ann' });

    expect([...nodes].filter(([, { ring }]) => ring === '#aa00aa').map(([key]) => key)).toEqual([
      'ann',
      'cid',
    ]);
  });

  it('draws more evidence wider', () => {
    const { edges } = draw(quarrel);

    expect(edges.get('ann ACCUSED bob')?.size).toBeGreaterThan(edges.get('bob ACCUSED ann')?.size ?? 0);
  });

  it.each([
    { contested: false, modality: 'actual', stroke: 'solid' },
    { contested: true, modality: 'actual', stroke: 'dashed' },
    { contested: false, modality: 'hypothetical', stroke: 'dotted' },
    { contested: false, modality: 'future', stroke: 'dotted' },
    { contested: true, modality: 'hypothetical', stroke: 'dash-dotted' },
  ] as const)(
    'strokes what is $modality, contested or not ($contested), $stroke',
    ({ contested, modality, stroke }) => {
      const relations = {
        ...quarrel.relations,
        contested: quarrel.relations.contested.map((_, index) => index === 4 && contested),
        modality: quarrel.relations.modality.map((_, index) => (index === 4 ? modality : 'actual')),
      };

      const { edges } = draw({ ...quarrel, relations });

      const strokes = [...edges].map(([key, edge]) => [
        key.includes('cid') && key.includes('MET'),
        edge.stroke,
      ]);
      expect(strokes.filter(([isIt]) => isIt)).toEqual([[true, stroke]]);
      expect(strokes.filter(([isIt]) => !isIt).every(([, other]) => other === 'solid')).toBe(true);
    },
  );

  it('draws what is only named together thin, pale and sparse, however often it is', () => {
    const evidence = quarrel.relations.evidence.map(() => 16);
    const draws = (coMentionsOnly: boolean) =>
      draw({
        ...quarrel,
        relations: {
          ...quarrel.relations,
          evidence,
          coMentionsOnly: evidence.map((_, index) => coMentionsOnly && index === 4),
        },
      }).edges;
    const isIt = (key: string) => key.includes('cid') && key.includes('MET');
    const find = (edges: ReturnType<typeof draws>) => [...edges].find(([key]) => isIt(key))?.[1];
    const [weak, strong] = [find(draws(true)), find(draws(false))];

    expect([weak?.stroke, strong?.stroke]).toEqual(['sparse', 'solid']);
    expect(weak?.size).toBeLessThan(strong?.size ?? 0);
    expect(weak?.color).not.toBe(strong?.color);
    expect([...draws(true)].filter(([key]) => !isIt(key)).every(([, { stroke }]) => stroke === 'solid')).toBe(
      true,
    );
  });

  it.each([
    ['dashed', true, 'actual'],
    ['dotted', false, 'future'],
  ] as const)('keeps what is only named together %s where it has to be', (stroke, isContested, modality) => {
    const relations = {
      ...quarrel.relations,
      contested: quarrel.relations.contested.map(() => isContested),
      modality: quarrel.relations.modality.map(() => modality),
      coMentionsOnly: quarrel.relations.contested.map(() => true),
    };

    const { edges } = draw({ ...quarrel, relations });

    expect(new Set([...edges.values()].map((edge) => edge.stroke))).toEqual(new Set([stroke]));
  });

  it('bends the edges of a pair apart, and draws a lonely one straight', () => {
    const { edges } = draw(quarrel);
    // Seen from one end, a curve towards it and one away from it bend to different sides when their numbers are alike.
    const bends = ['bob ACCUSED ann', 'ann ACCUSED bob', 'ann MET bob'].map(
      (key) => (key.startsWith('ann') ? 1 : -1) * (edges.get(key)?.curvature ?? 0),
    );

    expect(new Set(bends).size).toBe(3);
    expect(edges.get('bob MET cid')?.curvature).toBeCloseTo(0);
  });

  it('draws what somebody does to himself as a loop', () => {
    const { edges } = draw(toSlice({ entities: { ann: 'person' }, relations: ['ann ACCUSED ann'] }));

    expect([...edges.values()]).toMatchObject([{ type: 'loop' }]);
  });

  it('labels only the edges where the eye is', () => {
    const labelled = (view: Partial<ViewState>) =>
      [...draw(quarrel, view).edges].filter(([, { isLabelled }]) => isLabelled).map(([key]) => key);

    expect(labelled({})).toEqual([]);
    expect(labelled({ selection: pair })).toHaveLength(3);
    expect(labelled({ selection: pair, hovered: { part: 'edge', key: 'bob MET cid' } })).toEqual([
      'bob MET cid',
    ]);
  });

  it('tells kinds apart by shape, and a country from a person by colour and size', () => {
    const { nodes } = draw(toSlice({ entities: { ann: 'person', utopia: 'country' }, relations: [] }));
    const [person, country] = [nodes.get('ann'), nodes.get('utopia')];

    expect(new Set(entityKinds.map((kind) => kindShapes[kind])).size).toBe(entityKinds.length - 1);
    expect(country?.size).toBeGreaterThan(person?.size ?? 0);
    expect(country?.color).not.toBe(person?.color);
  });
});

describe('mergeDrawing', () => {
  it('draws no line for what is told by a number, yet counts it as shown', () => {
    const facts = createFactsGraph();
    mergeSlice(facts, quarrel);
    const visible = { entities: new Set(quarrel.entities.id), relations: new Set(quarrel.relations.id) };
    const folds = foldRelations(facts, visible).map((fold) => ({
      ...fold,
      isDrawn: fold.type !== 'ACCUSED',
    }));
    const drawn = createDrawnGraph();

    mergeDrawing(drawn, { facts, visible, folds, pins: new Map(), stretch: { x: 1, y: 1 } });

    expect(drawn.edges().filter((key) => key.includes('ACCUSED'))).toEqual([]);
    expect(drawn.getNodeAttribute('ann', 'shown')).toBe(facts.neighbors('ann').length);
  });

  it('drops what is no longer to be seen, and keeps a pinned entity at its pin', () => {
    const facts = createFactsGraph();
    mergeSlice(facts, quarrel);
    const drawn = createDrawnGraph();
    const visible = { entities: new Set(quarrel.entities.id), relations: new Set(quarrel.relations.id) };
    const stretch = { x: 2, y: 1 };
    mergeDrawing(drawn, { facts, visible, folds: foldRelations(facts, visible), pins: new Map(), stretch });

    const few = { entities: new Set([EntityId.parse('ann')]), relations: new Set<never>() };
    const pins = new Map([[EntityId.parse('ann'), { x: 0.5, y: 0.5 }]]);
    mergeDrawing(drawn, { facts, visible: few, folds: [], pins, stretch });

    expect([drawn.nodes(), drawn.size]).toEqual([['ann'], 0]);
    expect(drawn.getNodeAttributes('ann')).toMatchObject({ x: 1, y: 0.5, shown: 0 });
  });
});
