/** The embedded engine by hand, in process: the same statements as for Neo4j, one for each type of relation. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
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

const UNIQUE = [
  ['Entity', 'id'],
  ['Evidence', 'id'],
  ['Load', 'id'],
  ['RelationType', 'type'],
] as const;
const INDEXED = [...UNIQUE, ['Evidence', 'relation']] as const;

const KNOWN_EVIDENCE = 'UNWIND $ids AS id MATCH (v:Evidence {id: id}) RETURN id';
const KNOWN_RELATIONS = 'UNWIND $ids AS id MATCH (v:Evidence {relation: id}) RETURN DISTINCT id';

const ENTITIES = `UNWIND $rows AS x MERGE (e:Entity {id: x[0]})
ON CREATE SET e.name = x[1], e.kind = 'thing', e.aliases = [], e:Thing`;

const TYPES = 'UNWIND $rows AS x MERGE (:RelationType {type: x})';

const relationsOf = (
  type: string,
) => `UNWIND $rows AS x MATCH (a:Entity {id: x[0]}) MATCH (b:Entity {id: x[1]})
CREATE (a)-[:${type} {id: x[2], start: x[3], class: x[4], precision: 'day', evidence: 1, documents: 1}]->(b)`;

const EVIDENCE = `UNWIND $rows AS x
CREATE (:Evidence {id: x[0], relation: x[1], start: x[2], line: x[3], stance: 'asserts', file: $file, load: $load})`;

const CHECKPOINT = 'MERGE (l:Load {id: $load}) SET l.inputHash = $file, l.row = $row';

const COUNTS = {
  entities: 'MATCH (n:Entity) RETURN count(n) AS n',
  relations: 'MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS n',
  evidence: 'MATCH (n:Evidence) RETURN count(n) AS n',
};

const IdRows = z.array(z.object({ id: z.string() }));
const CountRows = z.tuple([z.object({ n: z.int() })]);

/** Makes a database in a folder, with its indexes and constraints. */
export async function openHandWrittenGrafeo(folder: string): Promise<HandWritten> {
  await mkdir(folder, { recursive: true });
  const database = grafeo.GrafeoDB.create(path.join(folder, 'by-hand.grafeo'));
  await prepare(database);
  let unsent = createUnsent();
  const write = async (rows: readonly PreparedRow[], place: BatchPlace) => {
    const transaction = database.beginTransaction();
    await writeBatch(transaction, { rows, ...unsent.take(rows), ...place });
    transaction.commit();
  };
  const countOf = async (text: string) =>
    CountRows.parse((await database.executeCypher(text)).toArray())[0].n;
  return {
    begin: () => {
      unsent = createUnsent();
    },
    write,
    writeOne: async (row, place) => {
      await database.executeCypher(mergeOneRow(row.type), toOneRow(row, place));
    },
    count: async () => ({
      entities: await countOf(COUNTS.entities),
      relations: await countOf(COUNTS.relations),
      evidence: await countOf(COUNTS.evidence),
    }),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

/** A constraint of this engine is no index to look up with, so both are made. */
async function prepare(database: GrafeoDB): Promise<void> {
  for (const [label, property] of INDEXED) {
    await database.executeCypher(`CREATE INDEX i_${label}_${property} FOR (n:${label}) ON (n.${property})`);
  }
  for (const [label, property] of UNIQUE) {
    await database.executeCypher(
      `CREATE CONSTRAINT u_${label}_${property} FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
    );
  }
}

interface Batch extends BatchPlace {
  readonly rows: readonly PreparedRow[];
  readonly entities: readonly unknown[];
  readonly types: readonly string[];
}

async function writeBatch(transaction: Transaction, batch: Batch): Promise<void> {
  const { rows, entities, types, file, row } = batch;
  const stored = new Set(
    await readIds(
      transaction,
      KNOWN_EVIDENCE,
      rows.map(({ evidence }) => evidence),
    ),
  );
  const fresh = rows.filter(({ evidence }) => !stored.has(evidence));
  if (fresh.length > 0) {
    const relations = fresh.map(({ relation }) => relation);
    refuseKnownRelations(await readIds(transaction, KNOWN_RELATIONS, relations));
  }
  if (entities.length > 0) await transaction.executeCypher(ENTITIES, { rows: entities });
  if (types.length > 0) await transaction.executeCypher(TYPES, { rows: types });
  for (const [type, group] of groupByType(fresh)) {
    await transaction.executeCypher(relationsOf(type), { rows: group });
  }
  if (fresh.length > 0) {
    const evidence = fresh.map((each) => [each.evidence, each.relation, each.date, each.line]);
    await transaction.executeCypher(EVIDENCE, { rows: evidence, file, load: LOAD });
  }
  await transaction.executeCypher(CHECKPOINT, { load: LOAD, file, row });
}

async function readIds(
  transaction: Transaction,
  text: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const result = await transaction.executeCypher(text, { ids });
  return IdRows.parse(result.toArray()).map(({ id }) => id);
}

function groupByType(rows: readonly PreparedRow[]): ReadonlyMap<string, readonly unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const { type, subject, object, relation, date } of rows) {
    const group = groups.get(type) ?? [];
    groups.set(type, group);
    group.push([subject.id, object.id, relation, date, 'none']);
  }
  return groups;
}
