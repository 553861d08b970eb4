/** Documents of which a table of events names no more than the outlet, a title or a date. */
import type { Document } from '@/lib/model/document';

import type { Citation, Named, Piece, SourceRow } from '../source';
import { markNames } from '../spans/mark-names';
import { createPassagePieces, toPassageText } from './passage-pieces';

export interface OutletCiter {
  /**
   * @param row what is said
   * @param documents those that say it; without any, the row stays its own evidence
   * @param summary what the coders wrote about the event, which is a passage of each document
   * @returns a row for each document, and what has to come before it
   */
  cite(row: SourceRow, documents: readonly Document[], summary?: string): readonly Piece[];
}

/** @returns what makes rows cite documents, each of which comes once. */
export function createOutletCiter(): OutletCiter {
  const passages = createPassagePieces();
  const known = new Set<string>();

  function bring(pieces: readonly Piece[]): readonly Piece[] {
    return pieces.filter((piece) => {
      if (piece.kind !== 'document') return true;
      const isNew = !known.has(piece.document.id);
      known.add(piece.document.id);
      return isNew;
    });
  }

  function citeOne(row: SourceRow, document: Document, text: string): readonly Piece[] {
    if (text === '')
      return [
        ...bring([{ kind: 'document', document }]),
        { kind: 'row', row: { ...row, document: document.id } },
      ];
    const mentions = markNames(text, endsOf(row));
    const { id, pieces } = passages.add({ document, text, mentions, file: row.file, line: row.line });
    const citation: Citation = { passage: id };
    return [
      ...bring([{ kind: 'document', document }]),
      ...bring(pieces),
      { kind: 'row', row: { ...row, citation } },
    ];
  }

  return {
    cite: (row, documents, summary = '') => {
      const text = toPassageText(summary).trim();
      if (documents.length === 0) return [{ kind: 'row', row }];
      return documents.flatMap((document) => citeOne(row, document, text));
    },
  };
}

function endsOf({ subject, object }: SourceRow): readonly Named[] {
  return [subject, object].filter((end) => end !== undefined);
}
