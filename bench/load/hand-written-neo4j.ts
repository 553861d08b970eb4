/** Neo4j by hand: the best statements known, and the plainest. */
import neo4j, { type Driver, type ManagedTransaction, type RecordShape } from 'neo4j-driver';
import { z } from 'zod';

import {
  createUnsent,
  LOAD,
  mergeOneRow,
  refuseKnownRelations,
  toOneRow,
  type BatchPlace,
  type HandWritten,
} from './hand-written';
import type { PreparedRow } from './prepared-row';

const SCHEMA = [
  'CREATE CONSTRAINT FOR (n:Entity) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT FOR (n:Evidence) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT FOR (n:Load) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT FOR (n:RelationType) REQUIRE n.type IS UNIQUE',
  'CREATE INDEX FOR (n:Evidence) ON (n.relation)',
  'CALL db.awaitIndexes(60)',
];

const MISSING_EVIDENCE = `UNWIND $ids AS id OPTIONAL MATCH (v:Evidence {id: id})
WITH id, v WHERE v IS NULL RETURN collect(id) AS ids`;

const KNOWN_RELATIONS = `UNWIND $ids AS id MATCH (v:Evidence {relation: id}) RETURN collect(DISTINCT id) AS ids`;

const ENTITIES = `UNWIND $rows AS x MERGE (e:Entity {id: x[0]})
ON CREATE SET e.name = x[1], e.kind = 'thing', e.aliases = [], e:Thing`;

const TYPES = 'UNWIND $rows AS x MERGE (:RelationType {type: x})';

const RELATIONS = `UNWIND $rows AS x MATCH (a:Entity {id: x[0]}) MATCH (b:Entity {id: x[1]})
CREATE (a)-[:$(x[2]) {id: x[3], start: x[4], class: x[5], precision: 'day', evidence: 1, documents: 1}]->(b)`;

const EVIDENCE = `UNWIND $rows AS x
CREATE (:Evidence {id: x[0], relation: x[1], start: x[2], line: x[3], stance: 'asserts', file: $file, load: $load})`;

const CHECKPOINT = 'MERGE (l:Load {id: $load}) SET l.inputHash = $file, l.row = $row';

const ONE_ROW = mergeOneRow('$($type)');

const COUNTS = `RETURN COUNT { (:Entity) } AS entities, COUNT { (:Entity)-[]->(:Entity) } AS relations, COUNT { (:Evidence) } AS evidence`;

const Ids = z.array(z.string());
const Counts = z.object({ entities: z.int(), relations: z.int(), evidence: z.int() });

export interface Neo4jAddress {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** Connects, and makes the constraints and the index. */
export async function openDriver({ address, user, password }: Neo4jAddress): Promise<Driver> {
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  for (const statement of SCHEMA) await driver.executeQuery(statement);
  return driver;
}

export async function countNeo4j(driver: Driver): Promise<z.infer<typeof Counts>> {
  const { records } = await driver.executeQuery(COUNTS);
  return Counts.parse(records[0]?.toObject());
}

export async function openHandWrittenNeo4j(address: Neo4jAddress): Promise<HandWritten> {
  const driver = await openDriver(address);
  const session = driver.session({ defaultAccessMode: neo4j.session.WRITE });
  let unsent = createUnsent();
  return {
    begin: () => {
      unsent = createUnsent();
    },
    write: (rows, place) => {
      const { entities, types } = unsent.take(rows);
      return session.executeWrite((transaction) =>
        writeBatch(transaction, { rows, entities, types, ...place }),
      );
    },
    writeOne: async (row, place) => {
      const whole = { line: neo4j.int(row.line), row: neo4j.int(place.row) };
      await driver.executeQuery(ONE_ROW, { ...toOneRow(row, place), ...whole });
    },
    count: () => countNeo4j(driver),
    close: async () => {
      await session.close();
      await driver.close();
    },
  };
}

interface Batch extends BatchPlace {
  readonly rows: readonly PreparedRow[];
  readonly entities: readonly unknown[];
  readonly types: readonly string[];
}

/** The two questions are waited for; what is written goes out in one go. */
async function writeBatch(transaction: ManagedTransaction, batch: Batch): Promise<void> {
  const { rows, entities, types, file, row } = batch;
  const writing: Promise<RecordShape>[] = [];
  const send = (text: string, parameters: Record<string, unknown>) =>
    writing.push(transaction.run(text, parameters));
  const missing = new Set(
    await readIds(
      transaction,
      MISSING_EVIDENCE,
      rows.map(({ evidence }) => evidence),
    ),
  );
  const fresh = rows.filter(({ evidence }) => missing.has(evidence));
  if (fresh.length > 0) {
    const relations = fresh.map(({ relation }) => relation);
    refuseKnownRelations(await readIds(transaction, KNOWN_RELATIONS, relations));
  }
  if (entities.length > 0) send(ENTITIES, { rows: entities });
  if (types.length > 0) send(TYPES, { rows: types });
  if (fresh.length > 0) {
    send(RELATIONS, { rows: fresh.map(toRelationRow) });
    send(EVIDENCE, { rows: fresh.map(toEvidenceRow), file, load: LOAD });
  }
  send(CHECKPOINT, { load: LOAD, file, row: neo4j.int(row) });
  await Promise.all(writing);
}

async function readIds(
  transaction: ManagedTransaction,
  text: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { records } = await transaction.run(text, { ids });
  return Ids.parse(records[0]?.get('ids'));
}

function toRelationRow({ subject, object, type, relation, date }: PreparedRow): readonly unknown[] {
  return [subject.id, object.id, type, relation, date, 'none'];
}

function toEvidenceRow({ evidence, relation, date, line }: PreparedRow): readonly unknown[] {
  return [evidence, relation, date, neo4j.int(line)];
}
