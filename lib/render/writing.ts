import type { Box, NameWish, PlacedName } from './place-names';
import { defaultDrawing as settings } from './settings';

/** A name to be written: one or two lines, the second one quieter. */
export interface Writing extends NameWish {
  readonly text: string;
  readonly note?: string;
  readonly font: string;
  readonly colour: string;
  readonly noteColour: string;
}

/** How wide a text is in a font, in pixels. */
export type Measure = (text: string, font: string) => number;

/** Line height as a multiple of the size of the type. */
export const LINE = 1.3;

/** Creates what measures texts and remembers them: measuring is slow, and the same names are measured on every frame. */
export function createMeasure(context: CanvasRenderingContext2D): {
  readonly measure: Measure;
  readonly forget: () => void;
} {
  const widths = new Map<string, number>();
  const measure: Measure = (text, font) => {
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = font;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
  return {
    measure,
    forget: () => {
      widths.clear();
    },
  };
}

/** The font of a second line. */
export function noteFont(family: string): string {
  return `450 ${settings.nameSize - 1}px ${family}`;
}

/**
 * Writes a name around its position, with a halo of the page's colour.
 * @param context - the canvas
 * @param page - the page's colour
 * @returns the box around its letters, without the halo
 */
export function write(
  context: CanvasRenderingContext2D,
  { text, note, font, colour, noteColour, width, height, x, y }: Writing & PlacedName,
  page: string,
): Box {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = settings.haloWidth;
  context.strokeStyle = page;
  const up = note === undefined ? 0 : height / 4;
  const lines = [
    { text, font, colour, y: y - up },
    { text: note ?? '', font: noteFont(font.slice(font.indexOf('px ') + 3)), colour: noteColour, y: y + up },
  ];
  for (const line of lines) {
    if (line.text === '') continue;
    context.font = line.font;
    context.strokeText(line.text, x, line.y);
    context.fillStyle = line.colour;
    context.fillText(line.text, x, line.y);
  }
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}
