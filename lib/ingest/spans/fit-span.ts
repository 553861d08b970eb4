import type { Span } from '@/lib/model/span';
import { toCodePointOffset, toUnitOffsets } from '@/lib/model/text-offsets';

import { findWords } from './find-words';

/** What an offset counts: Unicode code points, units of UTF-16 (Java, JavaScript, C#), or bytes of UTF-8. */
export const offsetUnits = ['codepoint', 'utf16', 'byte'] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

/** Where an input says that words stand. `quote` are the words, by which the offsets are checked. */
export interface GivenSpan {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly quote?: string | undefined;
  /** Undefined where the input does not say; then the first unit that fits the quote is taken. */
  readonly unit?: OffsetUnit | undefined;
}

/**
 * A span in code points of the text in Unicode form NFC. `how`: the unit that fitted, or that the words stand elsewhere: the nearest
 * place of several.
 */
export type FittedSpan =
  { readonly span: Span; readonly how: OffsetUnit | 'found' } | { readonly problem: string };

type ToUnits = (text: string, offsets: readonly number[]) => readonly number[];

const readings: Readonly<Record<OffsetUnit, ToUnits>> = {
  codepoint: fromPointOffsets,
  utf16: (_text, offsets) => offsets,
  byte: fromByteOffsets,
};

/**
 * Finds the span that an input means, verified against its quote: counted in the unit given, or
 * else in code points, UTF-16 units or bytes; else where the quote stands as whole words, nearest
 * to the place given.
 * @param text - the text as the input has it
 * @param given - where the words are said to stand
 * @returns the span, or why there is none
 */
export function fitSpan(text: string, given: GivenSpan): FittedSpan {
  const quote = given.quote?.trim() === '' ? undefined : given.quote;
  for (const unit of given.unit === undefined ? offsetUnits : [given.unit]) {
    const units = readUnits(text, given, unit);
    if (units !== undefined && (quote === undefined || isSame(text.slice(units.start, units.end), quote)))
      return toFitted(text, units, unit);
  }
  if (quote === undefined) return { problem: explainMisfit(text, given) };
  const [nearest] = [...findWords(text, quote.trim())].sort(byDistance(given.start));
  if (nearest === undefined)
    return {
      problem: `the words '${shorten(quote)}' are not in the text; correct the words or the text`,
    };
  return toFitted(text, nearest, 'found');
}

function readUnits(text: string, { start, end }: GivenSpan, unit: OffsetUnit): Span | undefined {
  if (start === undefined || end === undefined || start < 0) return undefined;
  const [from, to] = readings[unit](text, [start, end]).filter((offset) => isPlace(text, offset));
  return from === undefined || to === undefined || from >= to ? undefined : { start: from, end: to };
}

/** Whether there is such a place in a text, and not within a character. */
function isPlace(text: string, unit: number): boolean {
  if (unit < 0 || unit > text.length) return false;
  return (text.codePointAt(unit - 1) ?? 0) <= 0xffff;
}

/** Converts offsets in code points to UTF-16 units; -1 for one that is past the end. */
function fromPointOffsets(text: string, offsets: readonly number[]): readonly number[] {
  const length = toCodePointOffset(text, text.length);
  return toUnitOffsets(text, offsets).map((unit, at) => ((offsets[at] ?? 0) > length ? -1 : unit));
}

/**
 * Converts offsets in bytes to UTF-16 units; -1 for one that is past the end or within a character.
 */
function fromByteOffsets(text: string, offsets: readonly number[]): readonly number[] {
  const bytes = Buffer.from(text);
  return offsets.map((offset) => {
    const isInside = ((bytes[offset] ?? 0) & 0xc0) === 0x80;
    return offset > bytes.length || isInside ? -1 : bytes.toString('utf8', 0, offset).length;
  });
}

/** Words are the same when they are so in form NFC, but for blanks around them. */
function isSame(stretch: string, quote: string): boolean {
  return stretch === quote || stretch.normalize('NFC') === quote.trim().normalize('NFC');
}

/**
 * Converts a span in UTF-16 units to code points of the text's form NFC, where the words must be
 * the same.
 */
function toFitted(text: string, { start, end }: Span, how: OffsetUnit | 'found'): FittedSpan {
  const normal = text.normalize('NFC');
  const before = text.slice(0, start).normalize('NFC');
  const words = text.slice(start, end).normalize('NFC');
  if (normal.slice(before.length, before.length + words.length) !== words)
    return { problem: 'the span begins or ends inside a character; move it to the beginning or the end' };
  const from = toCodePointOffset(normal, before.length);
  return { span: { start: from, end: from + toCodePointOffset(words, words.length) }, how };
}

function byDistance(place = 0): (a: Span, b: Span) => number {
  return (a, b) => Math.abs(a.start - place) - Math.abs(b.start - place);
}

function explainMisfit(text: string, { start, end }: GivenSpan): string {
  if (start === undefined || end === undefined) return 'it has no start or no end; give both, or the words';
  if (start >= end)
    return `the span from ${start} to ${end} is empty; the end is the offset after the last character`;
  return `the span from ${start} to ${end} does not fit the text, which has ${toCodePointOffset(text, text.length)} characters`;
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
