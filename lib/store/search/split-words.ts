import { foldPoint } from './fold-text';

/** A word of a text, folded; `start` and `end` are code points of the text. `isUnspaced`: a run of a script that puts no spaces between words. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isUnspaced: boolean;
  /** For each UTF-16 unit of `text`, the code point of the original it came from. */
  readonly points: readonly number[];
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Splits a text into its words, in order: runs of letters and digits, cut where a script with
 * spaces meets one without.
 */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let open: { text: string; start: number; end: number; isUnspaced: boolean; points: number[] } | undefined;
  let index = 0;
  for (const point of text) {
    const kind = kindOf(point);
    if (
      open !== undefined &&
      (kind === 'other' || (kind !== 'mark' && (kind === 'unspaced') !== open.isUnspaced))
    ) {
      words.push(open);
      open = undefined;
    }
    if (kind !== 'other') {
      open ??= { text: '', start: index, end: index, isUnspaced: kind === 'unspaced', points: [] };
      const folded = foldPoint(point);
      open.text += folded;
      open.points.push(...Array<number>(folded.length).fill(index));
      open.end = index + 1;
    }
    index += 1;
  }
  if (open !== undefined) words.push(open);
  return words.filter((word) => word.text.length > 0);
}

function kindOf(point: string): 'mark' | 'unspaced' | 'spaced' | 'other' {
  if (point < '\u0080') return /[a-z0-9]/iu.test(point) ? 'spaced' : 'other';
  if (!LETTER.test(point)) return 'other';
  if (/\p{M}/u.test(point)) return 'mark';
  return UNSPACED.test(point) ? 'unspaced' : 'spaced';
}
