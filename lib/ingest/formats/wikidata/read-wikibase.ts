import type { Meter } from '../../bytes/meter';
import { fieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { openJson, type JsonLayout } from '../../json/read-json';
import { readWholeJson } from '../../json/read-whole-json';

/** An entity of a Wikibase, or why it is none. */
export interface WikibaseRecord {
  readonly line: number;
  readonly raw: string;
  readonly value: JsonRecord | undefined;
  readonly problem: string;
}

const NO_ENTITY = 'it is no entity of a Wikibase: it has no id such as Q42 or P26';
const ID = /^[QPL][1-9]\d*$/u;

/**
 * Reads entities: those of a dump in flat memory, those of an answer at once.
 *
 * @throws `invalid` for an answer of more than 256 MiB, and what reading JSON throws
 */
export async function* readWikibase(
  file: string,
  layout: JsonLayout,
  meter: Meter | undefined,
): AsyncGenerator<readonly WikibaseRecord[]> {
  if (layout === 'members') {
    yield listEntities(await readWholeJson(file, meter)).map((value) => toRecord(value, 1, ''));
    return;
  }
  const json = await openJson(file, layout);
  for await (const records of json.records(meter))
    yield records.map((record) =>
      record.problem === undefined
        ? toRecord(record.value, record.line, record.raw)
        : { line: record.line, raw: record.raw, value: undefined, problem: record.problem },
    );
}

function listEntities(value: unknown): readonly unknown[] {
  const entities = isRecord(value) ? fieldOf(value, 'entities') : undefined;
  return isRecord(entities) ? Object.values(entities) : [value];
}

function toRecord(value: unknown, line: number, given: string): WikibaseRecord {
  const isEntity = isRecord(value) && ID.test(toText(fieldOf(value, 'id')) ?? '');
  const raw = isEntity || given !== '' ? toShown(given) : toShown(value);
  return { line, raw, value: isEntity ? value : undefined, problem: NO_ENTITY };
}

/** Returns a member of an entity as text. */
export function textOf(value: JsonRecord, name: string): string | undefined {
  return toText(fieldOf(value, name));
}
