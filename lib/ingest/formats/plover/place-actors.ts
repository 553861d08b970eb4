/** Where a sentence names the actors of an event, by its mark-up. */
import { foldName } from '@/lib/model/fold-name';
import type { Span } from '@/lib/model/span';
import { toCodePointOffset } from '@/lib/model/text-offsets';

import { findWords } from '../../spans/find-words';
import { fitSpan } from '../../spans/fit-span';
import { parseMarkup, type MarkedStretch } from './parse-markup';
import type { Named, NamedMention } from '../../source';

export interface SentenceMarks {
  /** Finds where an actor is named in its role; nowhere when that is not clear. */
  find(actor: Named, role: 'SRC' | 'TAR'): readonly NamedMention[];
  /** Where the words of the event stand. */
  readonly event: readonly Span[];
}

/** What coders write for words that they have left out. */
const LEFT_OUT = /\s*\.{2,}\s*/u;

/**
 * Places the actors of a sentence.
 * @param text - the sentence, in form NFC
 * @param markup - the same with mark-up
 */
export function placeActors(text: string, markup: string): SentenceMarks {
  const stretches = parseMarkup(markup.normalize('NFC'));

  function locate(quote: string, start: number): readonly Span[] {
    const fitted = fitSpan(text, { start, end: start + quote.length, quote, unit: 'utf16' });
    return 'span' in fitted ? [fitted.span] : [];
  }

  function findPart(words: string, role: string): readonly Span[] {
    const own = stretches.filter(({ roles }) => roles.includes(role));
    for (const stretch of own) {
      const common = findCommon(words, stretch);
      if (common !== undefined) return locate(common.words, common.start);
    }
    const [only, another] = findWords(text, words);
    if (only === undefined || another !== undefined) return [];
    return [{ start: toCodePointOffset(text, only.start), end: toCodePointOffset(text, only.end) }];
  }

  return {
    find: (entity, role) => {
      const parts = entity.name.normalize('NFC').split(LEFT_OUT).filter(Boolean);
      return parts.flatMap((part) => findPart(part, role)).map((span) => ({ ...span, entity }));
    },
    event: stretches
      .filter(({ roles }) => roles.includes('EVT'))
      .flatMap(({ words, start }) => locate(words, start)),
  };
}

/**
 * Finds the words that an actor's name and a stretch have in common, where one contains the other.
 */
function findCommon(words: string, stretch: MarkedStretch): { words: string; start: number } | undefined {
  const isSame = foldName(words) === foldName(stretch.words);
  if (isSame || findWords(words, stretch.words, 1).length > 0)
    return { words: stretch.words, start: stretch.start };
  const [within] = findWords(stretch.words, words, 1);
  return within && { words, start: stretch.start + within.start };
}
