import type { Look, NodeAppearance } from './appearance';
import type { DrawnEntity } from './drawn-graph';
import { mixColours, type Palette } from './palette';
import { defaultDrawing as settings } from './settings';
import { LINE, noteFont, type Measure, type Writing } from './writing';

/** A node with how it looks, where its middle lies and its radius, both in pixels. */
export interface NamedNode {
  readonly key: string;
  readonly entity: DrawnEntity;
  readonly look: NodeAppearance;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Measures the name of a node as it should be written; larger nodes have larger, heavier names. */
export function toNodeWriting(
  node: NamedNode,
  { look: { palette }, measure }: { readonly look: Look; readonly measure: Measure },
): Writing {
  const { key, entity, look, x, y, radius } = node;
  const { font, height, ink, isMajor } = toType(look, palette);
  const note = toNote(node);
  return {
    key,
    x,
    y,
    size: radius + 2,
    text: entity.name,
    font,
    colour: look.isDimmed ? mixColours(ink, palette.page, 0.5) : ink,
    noteColour: palette.quietInk,
    ...(note !== undefined && { note }),
    width: Math.max(
      measure(entity.name, font),
      note === undefined ? 0 : measure(note, noteFont(palette.font)),
    ),
    height: height * LINE * (note === undefined ? 1 : 2),
    weight: look.importance + (look.isDimmed ? 0 : 100),
    mayCover: isMajor,
    isForced: look.isNamed,
  };
}

function toType(look: NodeAppearance, palette: Palette) {
  const { nameSize, nameSizeMax } = settings;
  const share = Math.min(1, Math.max(0, look.importance));
  const height = nameSize + (nameSizeMax - nameSize) * share;
  const weight = look.isNamed || share > 0.6 ? 600 : 450;
  return {
    height,
    font: `${weight} ${height.toFixed(1)}px ${palette.font}`,
    ink: look.isNamed || share > 0.3 ? palette.ink : palette.quietInk,
    isMajor: share > 0.6,
  };
}

/** An entity that is looked at says how many of its relations are not on the canvas. */
function toNote({ entity, look }: NamedNode): string | undefined {
  const more = entity.degree - entity.shown;
  return look.isNamed && more > 0 ? `+${more} more` : undefined;
}
