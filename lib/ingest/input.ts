/** A dataset, opened and ready to be read. */
import type { EntityEntry, TypeEntry } from '@/lib/model/batch';
import type { Document } from '@/lib/model/document';
import type { EntityName } from '@/lib/model/entity-name';
import type { LoadId } from '@/lib/model/ids';
import type { ColumnQuestion, Mapping, SavedMapping } from '@/lib/model/mapping';
import type { Mention } from '@/lib/model/mention';
import type { NameMatch } from '@/lib/model/name-match';
import type { Passage } from '@/lib/model/passage';
import type { Reject } from '@/lib/model/reject';
import type { Triple } from '@/lib/model/triple';

import type { Looked } from './recognise';
import type { ColumnUse, DatabaseLogin, GivenTables, SourceRow } from './source';

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
  | {
      readonly kind: 'triple';
      readonly row: number;
      readonly triple: Triple;
      readonly wording: Wording;
      readonly source: SourceRow;
    }
  | {
      readonly kind: 'reject';
      readonly row?: number;
      readonly reject: Reject;
      readonly cells?: ReadonlyMap<string, string>;
    };

/** What a sentence about a triple needs: "subject label object". */
export interface Wording {
  readonly subject: string;
  readonly label: string;
  readonly object: string;
}

/** Whom names may mean that the dataset itself does not know (`GraphStore.findNames`). */
export type FindNames = (
  names: readonly string[],
  dataset?: string,
) => Promise<ReadonlyMap<string, readonly NameMatch[]>>;

export interface IngestOptions {
  readonly findNames: FindNames;
  /** All names of the store, page by page (`GraphStore.entityNames`): for documents that come without triples. */
  readonly entityNames?: (() => AsyncIterable<readonly EntityName[]>) | undefined;
  /** A vocabulary for what brings none of its own. */
  readonly baseVocabulary?: string | undefined;
  /** Whether a person is to hear of all columns that are not read, however many. */
  readonly isVerbose?: boolean | undefined;
  /** Once aborted, opening ends at the next bytes that it reads. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes were read so far, while the input is opened. */
  readonly onRead?: ((bytes: number) => void) | undefined;
  /** What was seen of the path when it was looked for. */
  readonly looked?: Looked | undefined;
  /** What evidence without a passage cites as its file: the path below the folder that was named. By default the file's name. */
  readonly citedFile?: string | undefined;
  /** The name of a format; when left out, the first that recognises the path. */
  readonly format?: string | undefined;
  /** What a person says about the columns of a table; it is then read as one. */
  readonly mapping?: Mapping | undefined;
  /** Tables that were given together; the path is then that of the first table of edges. */
  readonly tables?: GivenTables | undefined;
  /** Tables of mentions that were given together with a table of events. */
  readonly mentions?: readonly string[] | undefined;
  /** A person says that numbers, ids or classes at the ends of relations are names. */
  readonly idsAsNames?: boolean | undefined;
  /** As whom to speak to a database that is an input. */
  readonly login?: DatabaseLogin | undefined;
  /** What was kept about tables like this one, besides `entente-map.json` beside it. */
  readonly savedMappings?: readonly SavedMapping[] | undefined;
}

export interface Input {
  readonly dataset: string;
  readonly title: string;
  /** The name of the format that reads it, and what a sentence calls it. */
  readonly format: string;
  readonly formatTitle: string;
  readonly columns: readonly ColumnUse[];
  /** Of a table: what its columns are taken for, so that a person can change it. */
  readonly layout?: ColumnQuestion | undefined;
  /** Of a table: which tables a mapping for this one is for. */
  readonly mappedFor?: SavedMapping['for'] | undefined;
  readonly load: LoadId;
  /** SHA-256 over the input files: the same input has the same. */
  readonly inputHash: string;
  /** Which entities the dataset takes for others (`parseMerges`); empty when none. Another value means that rows about them lead to others. */
  readonly merges: string;
  /** The ids of the entities that the dataset lists, also of those that it takes for others. */
  entityIds(): ReadonlySet<string>;
  /** What a person should know and no row is refused for, in sentences; complete once all items are read. */
  notices(): readonly string[];
  /** Every spelling that was taken for a name written differently, with that name; complete once all items are read. */
  readonly joined: () => ReadonlyMap<string, string>;
  /** How much of the files has been read, from 0 to 1. */
  progress(): number;
  items(): AsyncIterable<readonly Item[]>;
  /** Gives back what reading took besides memory. To be called whatever became of it, once nothing is read any more. */
  close(): Promise<void>;
}
