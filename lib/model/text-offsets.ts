/**
 * Offsets in Entente count Unicode code points; JavaScript's strings count UTF-16 units. These convert, in one pass over the text.
 */

/** Converts an offset in UTF-16 units to one in code points. */
export function toCodePointOffset(text: string, unitOffset: number): number {
  let points = 0;
  for (let unit = 0; unit < unitOffset; points += 1) unit += unitsAt(text, unit);
  return points;
}

/**
 * Converts offsets in code points, in any order, to offsets in UTF-16 units, in the order given;
 * one past the end gives the end.
 */
export function toUnitOffsets(text: string, pointOffsets: readonly number[]): readonly number[] {
  const wanted = [...new Set(pointOffsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let unit = 0;
  let point = 0;
  for (const offset of wanted) {
    while (point < offset && unit < text.length) {
      unit += unitsAt(text, unit);
      point += 1;
    }
    found.set(offset, unit);
  }
  return pointOffsets.map((offset) => found.get(offset) ?? text.length);
}

/** Slices a text by offsets in code points, end excluded. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const [from = 0, to = text.length] = toUnitOffsets(text, [start, end]);
  return text.slice(from, to);
}

function unitsAt(text: string, unit: number): number {
  const point = text.codePointAt(unit);
  return point !== undefined && point > 0xffff ? 2 : 1;
}
