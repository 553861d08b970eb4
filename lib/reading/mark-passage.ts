import type { EntityId, RelationId } from '@/lib/model/ids';
import type { Span } from '@/lib/model/span';
import { toCodePointOffset, toUnitOffsets } from '@/lib/model/text-offsets';

/** A stretch of a passage that names an entity: a party of the relation that is read, the entity that is looked at (`self`), or another. */
export interface NameMark extends Span {
  readonly role: 'subject' | 'object' | 'self' | 'mention';
  readonly entity: EntityId;
}

/** A stretch of a passage that says a relation. */
export interface QuoteMark extends Span {
  readonly role: 'quote';
  readonly relation: RelationId;
}

export type PassageMark = NameMark | QuoteMark;

/** Text that is one name, or none. */
export interface PassagePiece {
  readonly text: string;
  readonly name?: NameMark;
}

/** Neighbouring pieces that lie in the same quotes; none: plain text. */
export interface PassageRun {
  readonly quotes: readonly QuoteMark[];
  readonly pieces: readonly PassagePiece[];
}

interface Cut {
  readonly text: string;
  readonly quotes: readonly QuoteMark[];
  readonly name: NameMark | undefined;
}

interface UnitMark {
  readonly from: number;
  readonly to: number;
  readonly mark: PassageMark;
}

/**
 * Cuts the text of a passage into runs; joined, they give the text again. A mark is widened to
 * whole characters as a reader sees them; a mark that is empty or outside the text is left out.
 * Where names overlap, the parties come before other mentions and the shorter name before the
 * longer.
 * @param text - the passage
 * @param marks - the marks, in code points, in any order; they may overlap
 */
export function markPassage(text: string, marks: readonly PassageMark[]): readonly PassageRun[] {
  const placed = placeMarks(text, marks);
  const borders = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const cuts = borders.slice(0, -1).map((from, index): Cut => {
    const to = borders[index + 1] ?? text.length;
    const here = placed.filter((mark) => mark.from <= from && mark.to >= to).map(({ mark }) => mark);
    return {
      text: text.slice(from, to),
      quotes: here.filter((mark) => mark.role === 'quote'),
      name: pickName(here.filter((mark) => mark.role !== 'quote')),
    };
  });
  return joinRuns(cuts);
}

function placeMarks(text: string, marks: readonly PassageMark[]): readonly UnitMark[] {
  const length = toCodePointOffset(text, text.length);
  const inside = marks.filter(({ start, end }) => start >= 0 && start < end && end <= length);
  const units = toUnitOffsets(
    text,
    inside.flatMap(({ start, end }) => [start, end]),
  );
  const isBorder = findBorders(text, inside.length > 0);
  return inside.map((mark, index) => ({
    from: toBorder(units[index * 2] ?? 0, -1, isBorder),
    to: toBorder(units[index * 2 + 1] ?? text.length, 1, isBorder),
    mark,
  }));
}

/** Where a character as a reader sees it begins: an accent or a joined emoji must not be torn from its base. */
function findBorders(text: string, isNeeded: boolean): (unit: number) => boolean {
  if (!isNeeded) return () => true;
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const starts = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) starts.add(index);
  return (unit) => starts.has(unit);
}

function toBorder(unit: number, step: -1 | 1, isBorder: (unit: number) => boolean): number {
  let border = unit;
  while (!isBorder(border)) border += step;
  return border;
}

function pickName(names: readonly NameMark[]): NameMark | undefined {
  const rank = ({ role, start, end }: NameMark) => (role === 'mention' ? 1e9 : 0) + end - start;
  return [...names].sort((a, b) => rank(a) - rank(b))[0];
}

function joinRuns(cuts: readonly Cut[]): readonly PassageRun[] {
  const runs: { quotes: readonly QuoteMark[]; pieces: PassagePiece[] }[] = [];
  for (const { text, quotes, name } of cuts) {
    const run = runs.at(-1);
    const before = run?.pieces.at(-1);
    if (!run || !before || !isSame(run.quotes, quotes)) {
      runs.push({ quotes, pieces: [toPiece(text, name)] });
    } else if (before.name === name) {
      run.pieces[run.pieces.length - 1] = toPiece(before.text + text, name);
    } else {
      run.pieces.push(toPiece(text, name));
    }
  }
  return runs;
}

function toPiece(text: string, name: NameMark | undefined): PassagePiece {
  return name ? { text, name } : { text };
}

function isSame(a: readonly QuoteMark[], b: readonly QuoteMark[]): boolean {
  return a.length === b.length && a.every((mark) => b.includes(mark));
}
