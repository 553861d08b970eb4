/** Documents and passages of inputs whose statements bring their source with them: an address, a title, the words themselves. */
import { deriveId } from '@/lib/model/derive-id';
import type { Document } from '@/lib/model/document';
import { EntenteError } from '@/lib/model/entente-error';
import { DocumentId, PassageId } from '@/lib/model/ids';
import { parseWhen } from '@/lib/model/parse-when';
import type { Passage } from '@/lib/model/passage';
import { toCodePointOffset } from '@/lib/model/text-offsets';

import { checkText } from '../rows/check-text';
import { toQuote } from './find-quote';
import type { Citation, Piece } from '../source';

/** What a statement says of its source. At least one of `url`, `title` and `quote` is there. */
export interface CitedSource {
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  /** The words that say it; all of them are marked. */
  readonly quote?: string | undefined;
  /** What the source says of itself, where there are no such words. */
  readonly summary?: string | undefined;
  readonly file: string;
  readonly line: number;
}

export interface Citer {
  /**
   * Cites a source for a row.
   * @returns what the row cites, and what has to come before the row
   * @throws `invalid` when the text cannot be stored
   */
  cite(source: CitedSource): { readonly pieces: readonly Piece[]; readonly citation: Citation };
}

/**
 * Creates a citer. The passage is the quote; without one it is what the source says of itself, or
 * its title, or its address, so that evidence never claims words that nobody has given.
 * @param dataset - the name of the dataset, which is the title of whatever has no source of its own
 */
export function createCiter(dataset: string): Citer {
  const passagesOf = new Map<string, number>();
  const known = new Set<string>();

  function toPieces(document: Document, found: Omit<Passage, 'index'>, at: CitedSource): readonly Piece[] {
    if (known.has(found.id)) return [];
    known.add(found.id);
    const before = passagesOf.get(document.id);
    const index = (before ?? 0) + 1;
    passagesOf.set(document.id, index);
    const passage = { ...found, index };
    const { file, line } = at;
    return [
      ...(before === undefined ? [{ kind: 'document', document } as const] : []),
      { kind: 'passage', passage, mentions: [], file, line },
    ];
  }

  return {
    cite: (source) => {
      const document = toSourceDocument(source, dataset);
      const quote = toText(source.quote);
      const text = quote ?? toText(source.summary) ?? document.title;
      const id = PassageId.parse(deriveId('p', [document.id, text]));
      const span = quote === undefined ? {} : { start: 0, end: toCodePointOffset(quote, quote.length) };
      return {
        pieces: toPieces(document, { id, document: document.id, text }, source),
        citation: { passage: id, ...span },
      };
    },
  };
}

/** @returns the document that a source is. */
export function toSourceDocument(source: CitedSource, dataset: string): Document {
  const { author, publisher, published } = source;
  const url = toText(source.url);
  const title = toText(source.title) ?? url ?? dataset;
  const identity = url === undefined ? [dataset, title] : ['url', url];
  return {
    id: DocumentId.parse(deriveId('d', identity)),
    title,
    ...(toText(author) !== undefined && { author: toText(author) }),
    ...(toText(publisher) !== undefined && { publisher: toText(publisher) }),
    ...toPublished(toText(published)),
    ...(url !== undefined && { url }),
  };
}

/** A date that is none as read here is kept in words. */
function toPublished(published: string | undefined): Pick<Document, 'published' | 'note'> {
  if (published === undefined) return {};
  try {
    parseWhen(published, '');
    return { published };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return { note: `published ${published}` };
  }
}

function toText(text: string | undefined): string | undefined {
  const quote = text === undefined ? '' : toQuote(checkText('quote', text)).trim();
  return quote === '' ? undefined : quote;
}
