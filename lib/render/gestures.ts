import type Sigma from 'sigma';
import type { SigmaStageEventPayload } from 'sigma/types';

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

/** Tells of clicks, double clicks, hovering and dragging; a drag is never a click too. Sigma forgets its listeners when it is killed. */
export function bindGestures(sigma: EntitySigma, drawn: DrawnGraph, gestures: Gestures): void {
  const hasDragged = bindDrag(sigma, drawn, gestures);
  bindClicks(sigma, drawn, {
    onSelect: (selection) => {
      if (!hasDragged()) gestures.onSelect(selection);
    },
    onExpand: gestures.onExpand,
  });
  bindHover(sigma, gestures);
}

function bindClicks(
  sigma: EntitySigma,
  drawn: DrawnGraph,
  { onSelect, onExpand }: Pick<Gestures, 'onSelect' | 'onExpand'>,
): void {
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

/** How far a press may move and still be a click, in pixels: a finger is less steady than a mouse. */
const MOUSE_TREMOR = 4;
const FINGER_TREMOR = 10;

interface Press extends Position {
  /** What was pressed; undefined: the ground or a line. */
  readonly node: string | undefined;
  readonly hasMoved: boolean;
}

/**
 * Lets a node or the whole view be dragged.
 * @returns a function that tells whether the last press has become a drag
 */
function bindDrag(sigma: EntitySigma, drawn: DrawnGraph, { onDrop }: Gestures): () => boolean {
  let press: Press | undefined;
  let isHeld = false;
  const begin = ({ event }: SigmaStageEventPayload, node?: string) => {
    if (!isMain(event.original)) return;
    press = { x: event.x, y: event.y, node, hasMoved: false };
    isHeld = true;
  };
  sigma.on('downNode', (payload) => {
    begin(payload, payload.node);
  });
  sigma.on('downEdge', (payload) => {
    begin(payload);
  });
  sigma.on('downStage', (payload) => {
    begin(payload);
  });
  sigma.on('moveBody', (payload: SigmaStageEventPayload) => {
    const { event } = payload;
    if (!press || !isHeld) return;
    press = { ...press, hasMoved: press.hasMoved || isFar(event, press) };
    if (press.node === undefined || !drawn.hasNode(press.node)) return;
    if (press.hasMoved) drawn.mergeNodeAttributes(press.node, sigma.viewportToGraph(event));
    payload.preventSigmaDefault();
    event.original.preventDefault();
  });
  const end = () => {
    const wasHeld = isHeld;
    isHeld = false;
    if (!wasHeld || !press?.hasMoved || press.node === undefined || !drawn.hasNode(press.node)) return;
    const { id, x, y } = drawn.getNodeAttributes(press.node);
    onDrop(id, { x, y });
  };
  sigma.on('upNode', end);
  sigma.on('upEdge', end);
  sigma.on('upStage', end);
  sigma.on('leaveStage', end);
  return () => press?.hasMoved === true;
}

/** Only the main button drags; a finger always does. */
function isMain(event: MouseEvent | TouchEvent): boolean {
  return !('button' in event) || event.button === 0;
}

function isFar({ x, y, original }: SigmaStageEventPayload['event'], from: Position): boolean {
  const tremor = 'button' in original ? MOUSE_TREMOR : FINGER_TREMOR;
  return Math.hypot(x - from.x, y - from.y) > tremor;
}
