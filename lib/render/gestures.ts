import type Sigma from 'sigma';
import type { SigmaNodeEventPayload, SigmaStageEventPayload } from 'sigma/types';

import type { Position } from '@/lib/graph/facts';
import type { FoldedRelations } from '@/lib/graph/fold-relations';
import { nothingSelected, type Selection } from '@/lib/graph/selection';
import type { EntityId } from '@/lib/model/ids';

import type { ViewState } from './appearance';
import type { DrawnEntity, DrawnGraph } from './drawn-graph';

/** What a person does on the canvas, in the explorer's words. */
export interface Gestures {
  readonly onSelect: (selection: Selection) => void;
  readonly onExpand: (entity: EntityId) => void;
  readonly onHover: (hovered: ViewState['hovered']) => void;
  /** Somebody was dragged to a place of the canvas; it is told once, at the end. */
  readonly onDrop: (entity: EntityId, place: Position) => void;
}

type EntitySigma = Sigma<DrawnEntity, FoldedRelations>;

/** Tells of clicks, double clicks, hovering and dragging. Sigma forgets its listeners when it is killed. */
export function bindGestures(sigma: EntitySigma, drawn: DrawnGraph, gestures: Gestures): void {
  bindClicks(sigma, drawn, gestures);
  bindHover(sigma, gestures);
  bindDrag(sigma, drawn, gestures);
}

function bindClicks(sigma: EntitySigma, drawn: DrawnGraph, { onSelect, onExpand }: Gestures): void {
  sigma.on('clickNode', ({ node }) => {
    onSelect({ status: 'entity', id: drawn.getNodeAttributes(node).id });
  });
  sigma.on('clickEdge', ({ edge }) => {
    const { subject, object } = drawn.getEdgeAttributes(edge);
    onSelect({ status: 'pair', a: subject, b: object });
  });
  sigma.on('clickStage', () => {
    onSelect(nothingSelected);
  });
  sigma.on('doubleClickNode', (payload) => {
    payload.preventSigmaDefault();
    onExpand(drawn.getNodeAttributes(payload.node).id);
  });
  sigma.on('doubleClickEdge', (payload) => {
    payload.preventSigmaDefault();
  });
}

function bindHover(sigma: EntitySigma, { onHover }: Gestures): void {
  const container = sigma.getContainer();
  const point = (hovered: ViewState['hovered']) => {
    container.style.cursor = hovered ? 'pointer' : '';
    onHover(hovered);
  };
  sigma.on('enterNode', ({ node }) => {
    point({ part: 'node', key: node });
  });
  sigma.on('enterEdge', ({ edge }) => {
    point({ part: 'edge', key: edge });
  });
  sigma.on('leaveNode', () => {
    point(undefined);
  });
  sigma.on('leaveEdge', () => {
    point(undefined);
  });
}

type Drag = { readonly status: 'none' } | { readonly status: 'held' | 'moved'; readonly node: string };

function bindDrag(sigma: EntitySigma, drawn: DrawnGraph, { onDrop }: Gestures): void {
  let drag: Drag = { status: 'none' };
  sigma.on('downNode', ({ node }: SigmaNodeEventPayload) => {
    drag = { status: 'held', node };
  });
  sigma.on('moveBody', (payload: SigmaStageEventPayload) => {
    if (drag.status === 'none' || !drawn.hasNode(drag.node)) return;
    drag = { status: 'moved', node: drag.node };
    drawn.mergeNodeAttributes(drag.node, sigma.viewportToGraph(payload.event));
    payload.preventSigmaDefault();
    payload.event.original.preventDefault();
  });
  const end = () => {
    const ended = drag;
    drag = { status: 'none' };
    if (ended.status !== 'moved' || !drawn.hasNode(ended.node)) return;
    const { id, x, y } = drawn.getNodeAttributes(ended.node);
    onDrop(id, { x, y });
  };
  sigma.on('upNode', end);
  sigma.on('upEdge', end);
  sigma.on('upStage', end);
  sigma.on('leaveStage', end);
}
