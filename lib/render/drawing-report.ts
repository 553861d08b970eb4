import type Sigma from 'sigma';

import type { FoldedRelations } from '@/lib/graph/fold-relations';

import type { DrawnEntity, DrawnGraph } from './drawn-graph';
import type { NamesLayer, WrittenName } from './names-layer';

/** A node that is drawn: its middle and radius in CSS pixels from the corner of the canvas. */
interface ReportedNode {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** What stands where on the canvas. Names are told in pixels of their layer's bitmap: where these lie on the page, the page itself knows. */
interface DrawingReport {
  readonly nodes: readonly ReportedNode[];
  readonly names: readonly WrittenName[];
  readonly edges: readonly string[];
}

interface ReportSources {
  readonly sigma: Sigma<DrawnEntity, FoldedRelations>;
  readonly drawn: DrawnGraph;
  readonly names: NamesLayer;
}

/**
 * Lets the page be asked what its canvas shows, which no element tells: `reportDrawing()` of the container answers. Returns what takes the
 * question away again.
 */
export function offerReport(container: HTMLElement, { sigma, drawn, names }: ReportSources): () => void {
  const reportDrawing = (): DrawingReport => ({
    nodes: drawn.mapNodes((key, { name, x, y }) => ({
      key,
      name,
      ...sigma.graphToViewport({ x, y }),
      radius: sigma.scaleSize(sigma.getNodeDisplayData(key)?.size ?? 0),
    })),
    names: names.read(),
    edges: drawn.edges(),
  });
  Object.assign(container, { reportDrawing });
  return () => {
    Reflect.deleteProperty(container, 'reportDrawing');
  };
}
