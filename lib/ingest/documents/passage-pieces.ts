import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { PassageId } from '@/lib/model/ids';

import type { NamedMention, Piece } from '../source';

/** A text that an input cites, and where it names entities. */
interface CitedText {
  readonly document: Document;
  /** In Unicode form NFC, so that offsets fit. */
  readonly text: string;
  /** The passage's number in the document; by default the passages of a document are counted as they come. */
  readonly index?: number | undefined;
  /** Whether the same text again is another passage, as where each row of a table is one. */
  readonly isRepeated?: boolean | undefined;
  readonly mentions: readonly NamedMention[];
  readonly file: string;
  readonly line: number;
}

export interface PassagePieces {
  /**
   * Adds a passage.
   * @returns the passage's id, and what has to come before a row that cites it: of a known passage,
   *   mentions that are new
   */
  add(cited: CitedText): { readonly id: PassageId; readonly pieces: readonly Piece[] };
  /** How many texts were there before and are passages of their own. */
  readonly repeats: () => number;
}

/**
 * Makes documents and passages of texts that come with rows; the same text of the same document is one passage. What is held in
 * memory grows with the passages.
 */
export function createPassagePieces(): PassagePieces {
  const counts = new Map<string, number>();
  const indices = new Map<PassageId, number>();
  const repeats = new Map<string, number>();

  /** Repeats are told apart by their count and not by their line: a line put in before them would make all of them new. */
  function toId({ document, text, isRepeated = false }: CitedText): PassageId {
    const first = deriveId('p', [document.id, text]);
    if (!isRepeated) return PassageId.parse(first);
    const count = (repeats.get(first) ?? 0) + 1;
    repeats.set(first, count);
    return PassageId.parse(count === 1 ? first : deriveId('p', [document.id, text, count]));
  }

  return {
    repeats: () => [...repeats.values()].reduce((sum, count) => sum + count - 1, 0),
    add: (cited) => {
      const { document, text, index: given, mentions, file, line } = cited;
      const id = toId(cited);
      const count = counts.get(document.id);
      const known = indices.get(id);
      const index = known ?? given ?? (count ?? 0) + 1;
      indices.set(id, index);
      if (known === undefined) counts.set(document.id, (count ?? 0) + 1);
      const pieces: Piece[] = count === undefined ? [{ kind: 'document', document }] : [];
      if (known === undefined || mentions.length > 0)
        pieces.push({
          kind: 'passage',
          passage: { id, document: document.id, index, text },
          mentions,
          file,
          line,
        });
      return { id, pieces };
    },
  };
}

/**
 * Converts a text to that of a passage: no line breaks or tabs; offsets stay the same except for
 * form NFC.
 */
export function toPassageText(text: string): string {
  return text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]/gu, ' ').normalize('NFC');
}
