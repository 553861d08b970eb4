/** What a format makes of a path: one dataset to load. */
import type { EntityEntry, TypeEntry } from '@/lib/model/batch';
import type { Document } from '@/lib/model/document';
import type { EntityId, LoadId } from '@/lib/model/ids';
import type { Mention } from '@/lib/model/mention';
import type { Passage } from '@/lib/model/passage';
import type { Reject } from '@/lib/model/reject';
import type { Triple } from '@/lib/model/triple';

import type { TableRow } from './read-table';

/** A piece of an input, in the order in which it can be stored. `row` counts the rows of the triples, refused ones included, from 1. */
export type Item =
  | { readonly kind: 'type'; readonly entry: TypeEntry }
  | { readonly kind: 'entity'; readonly entry: EntityEntry }
  | { readonly kind: 'document'; readonly document: Document }
  | {
      readonly kind: 'passage';
      readonly passage: Passage;
      readonly mentions: readonly Mention[];
      readonly file: string;
      readonly line: number;
    }
  | { readonly kind: 'triple'; readonly row: number; readonly triple: Triple; readonly source: TableRow }
  | {
      readonly kind: 'reject';
      readonly row?: number;
      readonly reject: Reject;
      readonly cells?: ReadonlyMap<string, string>;
    };

/** Ids for names that the dataset itself does not know (`GraphStore.resolve`). */
export type Resolve = (cells: readonly string[]) => Promise<ReadonlyMap<string, EntityId>>;

export interface IngestOptions {
  readonly resolve: Resolve;
  /** A vocabulary for what brings none of its own. */
  readonly baseVocabulary?: string | undefined;
}

/** A dataset, opened and looked through once. */
export interface Input {
  readonly dataset: string;
  readonly title: string;
  readonly load: LoadId;
  /** SHA-256 over the input files: the same input has the same. */
  readonly inputHash: string;
  /** Rows of triples, refused ones included. */
  readonly rows: number;
  /** What a person should know and no row is refused for, in sentences. */
  readonly notices: readonly string[];
  items(): AsyncIterable<Item>;
}

/** A way in which triples come: adding one is adding a file and its line in `formats.ts`. */
export interface Format {
  readonly name: string;
  recognises(path: string): Promise<boolean>;
  /** Throws `invalid` when the whole path cannot be used. */
  open(path: string, options: IngestOptions): Promise<Input>;
}
