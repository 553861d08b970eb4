import type { StoredCounts } from './baseline-report';
import type { PreparedRow } from './prepared-row';

export interface BatchPlace {
  readonly file: string;
  /** Rows stored when this batch is. */
  readonly row: number;
}

/** A database that is written to by hand: no checks, no report, no other form of data than these rows. */
export interface HandWritten {
  /** Forgets which entities and types were sent, as a program that starts anew. */
  begin(): void;
  /** "Check ids, then create": one transaction with the checkpoint. */
  write(rows: readonly PreparedRow[], place: BatchPlace): Promise<void>;
  /** One row in a transaction of its own. */
  writeOne(row: PreparedRow, place: BatchPlace): Promise<void>;
  count(): Promise<StoredCounts>;
  close(): Promise<void>;
}

/** Entities and types that this run has not sent yet. */
export interface Unsent {
  take(rows: readonly PreparedRow[]): {
    readonly entities: readonly (readonly [id: string, name: string])[];
    readonly types: readonly string[];
  };
}

export function createUnsent(): Unsent {
  const sent = new Set<string>();
  const isNew = (id: string) => !sent.has(id) && sent.add(id).has(id);
  return {
    take: (rows) => ({
      entities: rows.flatMap(({ subject, object }) =>
        [subject, object].filter(({ id }) => isNew(id)).map(({ id, name }) => [id, name] as const),
      ),
      types: rows.map(({ type }) => type).filter((type) => isNew(`type ${type}`)),
    }),
  };
}

/** No two rows of these files are one relation, so what would count a known relation anew is left out; a file that needs it is refused. */
export function refuseKnownRelations(known: readonly unknown[]): void {
  if (known.length === 0) return;
  throw new Error(
    `${known.length} new rows belong to relations that are stored. The hand-written loads do not count relations anew; give the bench events that differ.`,
  );
}
