/**
 * The process of a hand-written load. It takes one argument, a `BaselineRequest` as JSON, and
 * prints a `BaselineReport` on one line.
 */
import path from 'node:path';

import { BaselineRequest, type BaselinePhase, type BaselineReport } from './baseline-report';
import type { HandWritten } from './hand-written';
import { openHandWrittenGrafeo } from './hand-written-grafeo';
import { openHandWrittenNeo4j } from './hand-written-neo4j';
import { loadCsv } from './load-csv-neo4j';
import { prepareRows, type PreparedRow } from './prepared-row';

/** As the measured prototypes, and as the loader. */
const BATCH_ROWS = 2000;
/** More than any engine stores row by row while it is looked at. */
const SAMPLE_ROWS_MAX = 300_000;

const baselines: Record<BaselineRequest['baseline'], (request: BaselineRequest) => Promise<BaselineReport>> =
  {
    prototype: runPrototype,
    'single-row': runSingleRows,
    'load-csv': runLoadCsv,
  };

const request = BaselineRequest.parse(JSON.parse(process.argv[2] ?? '{}'));
console.log(JSON.stringify(await baselines[request.baseline](request)));

async function runPrototype(asked: BaselineRequest): Promise<BaselineReport> {
  const database = await open(asked);
  const phases: BaselinePhase[] = [];
  for (const file of [asked.first, asked.first, asked.changed]) phases.push(await loadFile(database, file));
  await database.close();
  return { phases };
}

async function loadFile(database: HandWritten, file: string): Promise<BaselinePhase> {
  const reading = performance.now();
  const rows = await collect(prepareRows(file), Infinity);
  const startedAt = performance.now();
  database.begin();
  for (let at = 0; at < rows.length; at += BATCH_ROWS) {
    const batch = rows.slice(at, at + BATCH_ROWS);
    await database.write(batch, { file, row: at + batch.length });
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const readSeconds = (startedAt - reading) / 1000;
  return { rows: rows.length, seconds, readSeconds, stored: await database.count() };
}

/** As many seconds before, or half of the rows, warm the engine up and are not counted: a cold one plans every statement anew, which would make this way look slower. */
async function runSingleRows(asked: BaselineRequest): Promise<BaselineReport> {
  const { first: file, sampleSeconds } = asked;
  const database = await open(asked);
  const reading = performance.now();
  const rows = await collect(prepareRows(file), SAMPLE_ROWS_MAX);
  const readSeconds = (performance.now() - reading) / 1000;
  const write = async (from: number, to: number) => {
    const startedAt = performance.now();
    let row = from;
    for (const each of rows.slice(from, to)) {
      if (performance.now() > startedAt + sampleSeconds * 1000) break;
      row += 1;
      await database.writeOne(each, { file, row });
    }
    return { row, seconds: (performance.now() - startedAt) / 1000 };
  };
  const warm = await write(0, Math.ceil(rows.length / 2));
  const sample = await write(warm.row, rows.length);
  const stored = await database.count();
  await database.close();
  return { phases: [{ rows: sample.row - warm.row, seconds: sample.seconds, readSeconds, stored }] };
}

async function runLoadCsv(asked: BaselineRequest): Promise<BaselineReport> {
  const { neo4j, folder, first } = asked;
  if (neo4j === undefined) throw new Error('LOAD CSV is measured on Neo4j alone.');
  return { phases: [await loadCsv(neo4j, path.join(folder, 'import'), first)] };
}

function open({ neo4j, folder }: BaselineRequest): Promise<HandWritten> {
  return neo4j === undefined ? openHandWrittenGrafeo(folder) : openHandWrittenNeo4j(neo4j);
}

async function collect(rows: AsyncIterable<PreparedRow>, limit: number): Promise<readonly PreparedRow[]> {
  const all: PreparedRow[] = [];
  for await (const row of rows) {
    if (all.length >= limit) break;
    all.push(row);
  }
  return all;
}
