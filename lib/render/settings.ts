import type { Settings } from 'sigma/settings';

/** Sizes in pixels, widths in pixels, shares from 0 to 1. */
export interface DrawingSettings {
  // Nodes
  readonly nodeSizeMin: number;
  readonly nodeSizeStep: number;
  readonly nodeSizeMax: number;
  /** How much larger a country or place is drawn than anybody else as well connected. */
  readonly placeFactor: number;
  // Edges
  readonly edgeWidthMin: number;
  readonly edgeWidthMax: number;
  /** What is added to the width of the one that is pointed at. */
  readonly pointedWidth: number;
  /** How much of a pair's distance lies between two neighbouring curves, and between the outermost ones. */
  readonly laneCurvature: number;
  readonly fanCurvatureMax: number;
  // Attention
  /** The opacity of dimmed nodes and edges, mixed with the page into an opaque colour. */
  readonly dimmedOpacity: number;
  /** The opacity of a line between two that are only named together. */
  readonly coMentionOpacity: number;
  // Names
  readonly nameSize: number;
  readonly nameSizeMax: number;
  readonly haloWidth: number;
  // Camera
  readonly cameraDuration: number;
  readonly zoomFactor: number;
  readonly margin: number;
}

export const defaultDrawing: DrawingSettings = {
  nodeSizeMin: 5,
  nodeSizeStep: 1.45,
  nodeSizeMax: 14,
  placeFactor: 1.15,
  edgeWidthMin: 1.4,
  edgeWidthMax: 5,
  pointedWidth: 1.2,
  laneCurvature: 0.14,
  fanCurvatureMax: 0.85,
  dimmedOpacity: 1 / 3,
  coMentionOpacity: 0.6,
  nameSize: 11.5,
  nameSizeMax: 13.5,
  haloWidth: 4,
  cameraDuration: 150,
  zoomFactor: 1.5,
  margin: 44,
};

/** Sigma's own settings: it draws nodes and edges; names are drawn by a layer of ours, which lets none of them overlap. */
export const sigmaSettings = {
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => {},
  enableEdgeEvents: true,
  zIndex: true,
  minEdgeThickness: 1,
  stagePadding: defaultDrawing.margin,
  minCameraRatio: 0.03,
  maxCameraRatio: 4,
  doubleClickZoomingRatio: 1,
  enableCameraRotation: false,
} satisfies Partial<Settings>;
