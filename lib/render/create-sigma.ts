import Sigma from 'sigma';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import { edgeAppearance, nodeAppearance, type Look } from './appearance';
import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import { EntityNodeProgram, toShapeIndex } from './programs/entity-node-program';
import { LoopEdgeProgram } from './programs/loop-edge-program';
import { RelationEdgeProgram } from './programs/relation-edge-program';
import { toStrokeIndex } from './programs/stroke-shader';
import { sigmaSettings } from './settings';

/** Creates what draws nodes and edges in `container`, each looking as `readLook` says at the time; nothing while it says nothing. */
export function createSigma(container: HTMLElement, drawn: DrawnGraph, readLook: () => Look | undefined) {
  return new Sigma<DrawnEntity, FoldedRelations>(drawn, container, {
    ...sigmaSettings,
    nodeProgramClasses: { entity: EntityNodeProgram },
    edgeProgramClasses: { relation: RelationEdgeProgram, loop: LoopEdgeProgram },
    defaultNodeType: 'entity',
    defaultEdgeType: 'relation',
    nodeReducer: (_, entity) => {
      const look = readLook();
      const { x, y } = entity;
      if (!look) return { x, y, hidden: true };
      const appearance = nodeAppearance(entity, look);
      return { x, y, label: null, shapeIndex: toShapeIndex(appearance.shape), ...appearance };
    },
    edgeReducer: (_, fold) => {
      const look = readLook();
      if (!look) return { hidden: true };
      const appearance = edgeAppearance(fold, look);
      return { label: null, strokeIndex: toStrokeIndex(appearance.stroke), lane: fold.lane, ...appearance };
    },
  });
}

/**
 * Gives Sigma's bitmaps as many pixels as the screen has now. Sigma does so only when its container changes its size, and keeps the
 * scale of its picking layer from when it was made, past whose border nothing could be pointed at.
 */
export function fitBitmaps(sigma: Sigma<DrawnEntity, FoldedRelations>): void {
  sigma.resize(true);
  Reflect.set(sigma, 'pickingDownSizingRatio', 2 * window.devicePixelRatio);
}
