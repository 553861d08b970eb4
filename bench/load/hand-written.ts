import type { StoredCounts } from './baseline-report';
import type { PreparedRow } from './prepared-row';

/** The id of the one Load that the checkpoints are kept in. */
export const LOAD = 'by-hand';

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

/**
 * Writes one row in one statement, the plainest way.
 * @param type - the type's name, or what stands for it
 */
export const mergeOneRow = (
  type: string,
) => `MERGE (a:Entity {id: $subject}) ON CREATE SET a.name = $subjectName, a.kind = 'thing', a.aliases = [], a:Thing
MERGE (b:Entity {id: $object}) ON CREATE SET b.name = $objectName, b.kind = 'thing', b.aliases = [], b:Thing
MERGE (t:RelationType {type: $type})
MERGE (v:Evidence {id: $evidence})
ON CREATE SET v.relation = $relation, v.start = $date, v.line = $line, v.stance = 'asserts', v.file = $file, v.load = $load
MERGE (a)-[r:${type} {id: $relation}]->(b)
ON CREATE SET r.start = $date, r.class = 'none', r.precision = 'day', r.evidence = 1, r.documents = 1
MERGE (l:Load {id: $load}) SET l.inputHash = $file, l.row = $row`;

/** The parameters of `mergeOneRow`. */
export function toOneRow(
  { subject, object, type, relation, evidence, date, line }: PreparedRow,
  { file, row }: BatchPlace,
): Readonly<Record<string, string | number>> {
  return {
    subject: subject.id,
    subjectName: subject.name,
    object: object.id,
    objectName: object.name,
    type,
    relation,
    evidence,
    date,
    line,
    file,
    row,
    load: LOAD,
  };
}
