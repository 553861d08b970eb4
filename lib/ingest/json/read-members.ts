import type { Meter } from '../bytes/meter';
import type { Piece } from '../source';
import { isRecord, type JsonRecord } from './json-value';
import { openJson, toBrokenPiece } from './read-json';

/** A member of an object that is an object itself. */
export interface JsonMember {
  readonly key: string;
  readonly value: JsonRecord;
  readonly line: number;
}

/** The members of a part of a file, and a reject for each that is broken. */
export interface JsonMembers {
  readonly members: readonly JsonMember[];
  readonly rejects: readonly Piece[];
}

/**
 * Reads the members of a file that is one object of objects (`{"a": {…}, "b": {…}}`), some at a time and in flat memory.
 *
 * @throws What `openJson` throws.
 */
export async function* readMembers(file: string, meter?: Meter): AsyncGenerator<JsonMembers> {
  const json = await openJson(file, 'members');
  for await (const records of json.records(meter)) {
    const members: JsonMember[] = [];
    const rejects: Piece[] = [];
    for (const record of records) {
      if (record.problem !== undefined) rejects.push(toBrokenPiece(file, record, record.problem));
      else if (record.key !== undefined && isRecord(record.value))
        members.push({ key: record.key, value: record.value, line: record.line });
    }
    yield { members, rejects };
  }
}
