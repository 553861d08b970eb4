/** What a format makes of a path, before names are looked up and rows are checked. */
import type { Document } from '@/lib/model/document';
import type { Entity, EntityKind } from '@/lib/model/entity';
import type { DocumentId, EntityId, PassageId } from '@/lib/model/ids';
import type { ColumnQuestion, Mapping, SavedMapping } from '@/lib/model/mapping';
import type { Passage } from '@/lib/model/passage';
import type { Reject } from '@/lib/model/reject';
import type { RelationType } from '@/lib/model/relation-type';
import type { Span } from '@/lib/model/span';

import type { Meter } from './bytes/meter';
import type { ReadDocuments } from './documents/read-documents';
import type { FileSample } from './bytes/take-sample';

/**
 * An entity as an input names it. With `id` it is that one, which the input has to declare; otherwise the name is looked up, among
 * those of `kind` when there is one, and becomes an entity of its own when nobody knows it.
 */
export interface Named {
  readonly name: string;
  readonly id?: EntityId | undefined;
  readonly kind?: EntityKind | undefined;
  readonly aliases?: readonly string[] | undefined;
  /** The kind that it gets where nobody knows it yet. Like `Source.kindOf` it takes no part in who is meant. */
  readonly becomes?: EntityKind | undefined;
  /** By its name alone: the aliases of others do not count, as where an input has told its entities apart itself. */
  readonly matches?: 'name' | undefined;
}

/** Where a row says its evidence is: a passage, with the span of the quote (code points) where there is one. */
export interface Citation {
  readonly passage: PassageId;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/**
 * A row of triples in the words of `triples.csv`: cells by column name, empty ones absent. `raw` is what stands in the file, for the
 * rejects. `problem` says why it cannot be used as it stands; `cells` then holds what could be read.
 */
export interface SourceRow {
  readonly file: string;
  readonly line: number;
  readonly raw: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly problem?: { readonly column: string; readonly reason: string } | undefined;
  /** Who the subject and the object are, where the format knows more than a name; goes before the cell. */
  readonly subject?: Named | undefined;
  readonly object?: Named | undefined;
  /** What the relation is called here, where the input calls it by a code; goes before the cell. */
  readonly relation?: string | undefined;
  /** The passage cited, where the format has found and verified it; goes before `document`, `paragraph` and `quote`. */
  readonly citation?: Citation | undefined;
  /** The document that says it, where the format knows no passage of it; it comes before the row. */
  readonly document?: DocumentId | undefined;
  /** How the input ties the row to the passage it cites, where that is weaker than naming it. */
  readonly grade?: 'candidate' | 'co-mention' | undefined;
  /** What an extractor wrote about the relation, in its own words: no quotation of a passage. */
  readonly statement?: string | undefined;
  /** Which triple of its file it is, counted from 1, where one line may hold many. */
  readonly record?: number | undefined;
  /** What bare evidence cites as its file, where that is not the input's: the sheet of a workbook. */
  readonly citedFile?: string | undefined;
}

/** Where a passage names an entity, as the input says. Offsets are code points of the passage's text, verified. */
export interface NamedMention extends Span {
  readonly entity: Named;
}

/** A piece of a source. What a row needs comes before it: its passage, and the entities that it gives by id. */
export type Piece =
  | { readonly kind: 'type'; readonly type: RelationType }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'document'; readonly document: Document }
  | {
      readonly kind: 'passage';
      readonly passage: Passage;
      readonly mentions: readonly NamedMention[];
      readonly file: string;
      readonly line: number;
    }
  | { readonly kind: 'row'; readonly row: SourceRow }
  | { readonly kind: 'reject'; readonly reject: Reject };

/** Which column of the input a field is read from, to be shown before loading: "subject ← Source". */
export interface ColumnUse {
  readonly field: string;
  readonly column: string;
}

/** An input, recognised and opened. */
export interface Source {
  /** By default the file's name without its extension. */
  readonly dataset?: string | undefined;
  readonly title?: string | undefined;
  /** The files whose contents make the input what it is, in order; they are hashed. */
  readonly files: readonly string[];
  /** What bare evidence cites as its file. By default the file's name. */
  readonly citedFile?: string | undefined;
  readonly columns?: readonly ColumnUse[] | undefined;
  /** Whether its columns are as a person has said, now or before. */
  readonly isMapped?: boolean | undefined;
  /** Of a table: what its columns are taken for, so that a person can change it. */
  readonly layout?: ColumnQuestion | undefined;
  /** Of a table: which tables a mapping for this one is for. */
  readonly mappedFor?: SavedMapping['for'] | undefined;
  /** Whether bare cells may be ids of entities that the store has: as in rejects of ours, which have the words of the dataset that they come from. */
  readonly holdsIds?: boolean | undefined;
  /** The kind of an entity that nobody knows yet, where its name alone tells: it takes no part in who is meant, so that a store keeps its ids. */
  readonly kindOf?: ((name: string) => EntityKind | undefined) | undefined;
  /** Entities that are known before the first piece, and that names of rows may mean. They are stored as declared. */
  readonly entities?: readonly Entity[] | undefined;
  /** Types that are known before the first piece. They are stored as declared. */
  readonly types?: readonly RelationType[] | undefined;
  /** Rows that could not be used in the files beside the triples. */
  readonly rejects?: readonly Reject[] | undefined;
  /** Documents that rows cite by `document`, `paragraph` and `quote`, and in which names are to be found. They are held in memory. */
  readonly documents?: ReadDocuments | undefined;
  /** Whether names of the store are to be found in the documents as well: for documents that come without triples. */
  readonly marksKnownNames?: boolean | undefined;
  /** Of what is no file: what stands for its content, how much of it the meter will count, and what a sentence calls it. */
  readonly unfiled?: { readonly hash: string; readonly size: number; readonly title: string } | undefined;
  /** What a person should know and no row is refused for, in sentences; asked again at the end. */
  notices?(): readonly string[];
  /** Everything else in order, some thousands at a time and in flat memory; each call reads from the beginning. */
  pieces(): AsyncIterable<readonly Piece[]>;
  /** Gives back what reading took besides memory; called once, when nothing is read any more. */
  close?(): Promise<void>;
}

/** As whom to speak to a database, and which one of its server; by default nobody, and the user's own. */
export interface DatabaseLogin {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/** Paths of tables that were given together: who there is, and who did what to whom. */
export interface GivenTables {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export interface OpenOptions {
  /** Types to fall back on for what declares none: the base vocabulary. */
  readonly fallbackTypes: readonly RelationType[];
  /** A vocabulary file for a dataset that has none beside it. */
  readonly baseVocabulary: string | undefined;
  readonly meter: Meter;
  /** Tables that were given together, by what they hold. */
  readonly tables?: GivenTables | undefined;
  /** Tables of mentions that were given together with a table of events. */
  readonly mentions?: readonly string[] | undefined;
  /** What a person says about the columns of a table. */
  readonly mapping?: Mapping | undefined;
  /** What was kept about tables like this one. */
  readonly savedMappings?: readonly SavedMapping[] | undefined;
  /** As whom to speak to a database. */
  readonly login?: DatabaseLogin | undefined;
  /** Whether a person is to hear of all columns that are not read, however many. */
  readonly isVerbose?: boolean | undefined;
  /** Once aborted, nothing more need be read. */
  readonly signal?: AbortSignal | undefined;
}

/** What a format found in a path that makes it readable for it. `weak`: other things look like this too. */
export interface Claim {
  readonly strength: 'strong' | 'weak';
  /** In words: "its root element is gexf". */
  readonly because: string;
}

/** A way in which triples come: adding one is adding a file and its line in `formats.ts`. */
export interface Format {
  /** What `--format` calls it. */
  readonly name: string;
  /** What a sentence calls it: "a table of triples". */
  readonly title: string;
  /** Whether it can read this, by content, and what it goes by. The first that is sure reads it. */
  recognises(sample: FileSample): Promise<Claim | undefined>;
  /** Throws `invalid` when the whole path cannot be used. */
  open(sample: FileSample, options: OpenOptions): Promise<Source>;
}
