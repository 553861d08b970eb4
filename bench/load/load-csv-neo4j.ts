/** `LOAD CSV … IN TRANSACTIONS` by hand. The table has its ids already, which is time that this way does not pay. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { BaselinePhase } from './baseline-report';
import { countNeo4j, openDriver, type Neo4jAddress } from './hand-written-neo4j';
import { prepareRows } from './prepared-row';

const NAME = 'events.csv';
const COLUMNS = 'subject,subjectName,object,objectName,type,relation,evidence,date,line';

/** What is stored is left out, row by row, as the loader leaves it out. */
const STATEMENT = `LOAD CSV WITH HEADERS FROM 'file:///${NAME}' AS x
CALL (x) {
  OPTIONAL MATCH (v:Evidence {id: x.evidence})
  WITH x, v WHERE v IS NULL
  MERGE (a:Entity {id: x.subject}) ON CREATE SET a.name = x.subjectName, a.kind = 'thing', a.aliases = [], a:Thing
  MERGE (b:Entity {id: x.object}) ON CREATE SET b.name = x.objectName, b.kind = 'thing', b.aliases = [], b:Thing
  MERGE (:RelationType {type: x.type})
  CREATE (a)-[:$(x.type) {id: x.relation, start: x.date, class: 'none', precision: 'day', evidence: 1, documents: 1}]->(b)
  CREATE (:Evidence {id: x.evidence, relation: x.relation, start: x.date, line: toInteger(x.line), stance: 'asserts', file: '${NAME}', load: 'by-hand'})
} IN TRANSACTIONS OF 2000 ROWS`;

/** Loads a file of events into a Neo4j that may read its import folder. */
export async function loadCsv(
  address: Neo4jAddress,
  importFolder: string,
  events: string,
): Promise<BaselinePhase> {
  const preparing = performance.now();
  const rows = await writeTable(path.join(importFolder, NAME), events);
  const driver = await openDriver(address);
  const startedAt = performance.now();
  const session = driver.session();
  try {
    // A statement with transactions of its own may not run in one of the driver's.
    await session.run(STATEMENT);
    const seconds = (performance.now() - startedAt) / 1000;
    return { rows, seconds, readSeconds: (startedAt - preparing) / 1000, stored: await countNeo4j(driver) };
  } finally {
    await session.close();
    await driver.close();
  }
}

async function writeTable(file: string, events: string): Promise<number> {
  let rows = 0;
  async function* toLines() {
    yield `${COLUMNS}\n`;
    for await (const { subject, object, type, relation, evidence, date, line } of prepareRows(events)) {
      rows += 1;
      const names = [subject.id, quote(subject.name), object.id, quote(object.name)];
      yield `${[...names, type, relation, evidence, date, line].join(',')}\n`;
    }
  }
  await pipeline(Readable.from(toLines()), createWriteStream(file));
  return rows;
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
