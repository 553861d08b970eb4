import type { Passage } from '@/lib/model/passage';

/** The documents that rows may cite: passages by paragraph number, by document id; and what is wrong with those that could not be read. */
export interface DocumentIndex {
  readonly passages: ReadonlyMap<string, ReadonlyMap<number, Passage>>;
  readonly refused: ReadonlySet<string>;
}
