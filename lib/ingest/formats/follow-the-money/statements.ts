/** Statements of OpenSanctions and FollowTheMoney: a line for each value of a property, and the dataset that states it. */
import { stat } from 'node:fs/promises';

import { EntenteError } from '@/lib/model/entente-error';

import type { FileSample } from '../../bytes/take-sample';
import type { Meter } from '../../bytes/meter';
import { isRecord, toShown, toText } from '../../json/json-value';
import { peekJson, recordsOf } from '../../json/peek-json';
import { openJson } from '../../json/read-json';
import { toPlainName } from '../../table/map-columns';
import { openTable } from '../../table/read-table';

/** A statement, or why it is none. */
export interface FtmStatement {
  readonly line: number;
  readonly raw: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly problem?: string | undefined;
}

const REQUIRED = ['entity_id', 'prop', 'value', 'dataset'];
const OPTIONAL = [
  'canonical_id',
  'schema',
  'prop_type',
  'lang',
  'original_value',
  'origin',
  'external',
].concat(['first_seen', 'last_seen', 'id']);
/** Each statement is held in memory. */
const LARGEST_BYTES = 512 * 1024 * 1024;
const PART = 1000;

/** @returns whether a file has statements, and how it holds them */
export function findStatements(sample: FileSample): 'table' | 'lines' | undefined {
  if (sample.isFolder) return undefined;
  const [record] = recordsOf(peekJson(sample));
  if (record) return REQUIRED.every((name) => Object.hasOwn(record, name)) ? 'lines' : undefined;
  const header = /^[^\r\n]*/u.exec(sample.text)?.[0] ?? '';
  const names = header.split(/[,;\t]/u).map((name) => toPlainName(name.replace(/"/gu, '')));
  return REQUIRED.every((name) => names.includes(toPlainName(name))) ? 'table' : undefined;
}

/**
 * Reads statements, some at a time.
 *
 * @throws `invalid` when the file has more than 512 MiB, and what reading a table or JSON throws
 */
export async function* readStatements(
  file: string,
  layout: 'table' | 'lines',
  meter: Meter,
): AsyncGenerator<readonly FtmStatement[]> {
  const { size } = await stat(file);
  if (size > LARGEST_BYTES)
    throw new EntenteError(
      'invalid',
      `${file} has more than 512 MiB of statements, which have to be held to be put together. Load the entities of the same dataset instead (entities.ftm.json).`,
    );
  yield* layout === 'table' ? readTable(file, meter) : readLines(file, meter);
}

async function* readTable(file: string, meter: Meter): AsyncGenerator<readonly FtmStatement[]> {
  const table = await openTable(file, { required: REQUIRED, optional: OPTIONAL });
  for await (const rows of table.rows(meter))
    for (let at = 0; at < rows.length; at += PART)
      yield rows
        .slice(at, at + PART)
        .map(({ line, raw, cells, problem }) => ({ line, raw, cells, problem: problem?.reason }));
}

async function* readLines(file: string, meter: Meter): AsyncGenerator<readonly FtmStatement[]> {
  const json = await openJson(file, 'lines');
  for await (const records of json.records(meter))
    yield records.map((record) => {
      const { line, raw } = record;
      if (record.problem !== undefined) return { line, raw, cells: new Map(), problem: record.problem };
      const members = isRecord(record.value) ? Object.entries(record.value) : [];
      const cells = members.flatMap(([name, value]) => {
        const text = toText(value);
        return text === undefined ? [] : [[name, text] as const];
      });
      return { line, raw: toShown(raw), cells: new Map(cells) };
    });
}
