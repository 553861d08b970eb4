/** What a load is told, and what it needs. */
import type { Mapping } from '@/lib/model/mapping';
import type { DatabaseLogin, GivenTables } from '@/lib/ingest/source';
import type { GraphStore } from '@/lib/store/types';

/** What a load needs of a store. */
export type LoadTarget = Pick<
  GraphStore,
  | 'upsert'
  | 'prepare'
  | 'findLoad'
  | 'loads'
  | 'concerns'
  | 'undo'
  | 'findNames'
  | 'findKnown'
  | 'entityNames'
  | 'batchItems'
>;

export interface LoadOptions {
  /** Where the rejects file goes; `.entente` when left out. */
  readonly dataFolder?: string;
  /** Check everything, also against the store, and store nothing. */
  readonly isDryRun?: boolean;
  /** The vocabulary for what brings none of its own. */
  readonly baseVocabulary?: string | undefined;
  /** Ends the run: at the next bytes while files are looked through, after the batch at hand while rows are stored. */
  readonly signal?: AbortSignal;
  /** Hears of each path while it is looked through, before the first row: how many bytes of it were read. */
  readonly onOpening?: (path: string, bytes: number) => void;
  /** `share`: how much of all the files has been read, from 0 to 1. */
  readonly onProgress?: (rows: number, share: number) => void;
  /** The name of a format, for what is not recognised by itself. */
  readonly format?: string | undefined;
  /** Tables of nodes and of edges that are one graph, besides the paths. */
  readonly tables?: GivenTables | undefined;
  /** What a person says about the columns of all tables given. */
  readonly mapping?: Mapping | undefined;
  /** What a person says about the columns of one of them, by its path below `baseFolder`. */
  readonly mappings?: Readonly<Record<string, Mapping>> | undefined;
  /** A person says that numbers, ids or classes at the ends of relations are names. */
  readonly idsAsNames?: boolean | undefined;
  /** As whom to speak to databases that are inputs. */
  readonly login?: DatabaseLogin | undefined;
  /** Whether a person is to hear of all columns that are not read, however many. */
  readonly isVerbose?: boolean | undefined;
  /** Whether what was said is kept for tables like these: in `entente-map.json` beside the table, or in the data folder for all. */
  readonly keepsMappings?: 'beside' | 'data' | undefined;
  /** Paths below this folder are told without it, in the report and in the rejects. */
  readonly baseFolder?: string | undefined;
}
