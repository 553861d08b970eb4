/** A text in which people, or programs, have marked who is named and how they are related. */

/** Words that are marked. Offsets count as the input counts; `quote` are the words, where it gives them. */
export interface AnnotatedSpan {
  readonly id: string;
  /** What class it is marked as: "PER". */
  readonly label: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly quote?: string | undefined;
  /** The name of what is marked, where the input has a better one than the words. */
  readonly name?: string | undefined;
  /** What is marked, where the input says it by an address: of Wikidata, or one of its own. Without a place it is not in the words. */
  readonly address?: string | undefined;
  /** Spans of one group mean the same. */
  readonly group?: string | undefined;
  /** The words tell of what happens, and name nobody. */
  readonly isTrigger?: boolean | undefined;
  /** How it stands there, and where, if elsewhere than the text. */
  readonly raw?: string | undefined;
  readonly place?: { readonly file: string; readonly line: number } | undefined;
}

/** Two spans, and what relates them. */
export interface AnnotatedRelation {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly stance?: 'denies' | undefined;
  readonly modality?: 'hypothetical' | undefined;
  /** As the input writes it. */
  readonly confidence?: string | undefined;
  readonly raw: string;
  /** Where it stands, if elsewhere than the text. */
  readonly place?: { readonly file: string; readonly line: number } | undefined;
}

/** What cannot be used of it, and why. */
export interface AnnotationFault {
  readonly column: string;
  readonly reason: string;
  readonly raw: string;
  readonly place?: { readonly file: string; readonly line: number } | undefined;
}

export interface AnnotatedText {
  /** What tells its document from others of the input, and what a person calls it. */
  readonly document: string;
  readonly title: string;
  readonly text: string;
  readonly spans: readonly AnnotatedSpan[];
  readonly relations: readonly AnnotatedRelation[];
  readonly faults?: readonly AnnotationFault[] | undefined;
  /** What is not read of it, to be counted and told. */
  readonly unread?: readonly string[] | undefined;
}

/** Returns the names of what has an address, the commonest first; none where the input has none. */
export type NamesOfAddress = (address: string) => readonly string[];
