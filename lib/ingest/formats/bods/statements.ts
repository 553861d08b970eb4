/** Statements in one form, whichever version of the standard they are written in; of each record its newest. */
import type { Meter } from '../../bytes/meter';
import { fieldOf, firstFieldOf, isRecord, toShown, toText, type JsonRecord } from '../../json/json-value';
import { openJson, toBrokenPiece, type JsonLayout, type JsonRecordRead } from '../../json/read-json';
import { toTexts } from '../../json/to-attributes';
import type { Piece } from '../../source';

export interface BodsStatement {
  /** By which other statements name it: of its record from 0.4 on, before that its own. */
  readonly key: string;
  readonly kind: 'entity' | 'person' | 'relationship';
  /** What it says, which from 0.4 on stands one level down. */
  readonly details: JsonRecord;
  /** The statement itself, with its source and dates. */
  readonly value: JsonRecord;
  readonly line: number;
  readonly raw: string;
}

export interface BodsStatements {
  readonly statements: readonly BodsStatement[];
  /** Returns the key of the statement or record that an id means. */
  readonly find: (id: string) => string;
  readonly rejects: readonly Piece[];
  readonly replaced: number;
}

const KINDS: ReadonlyMap<string, BodsStatement['kind']> = new Map([
  ['entityStatement', 'entity'],
  ['personStatement', 'person'],
  ['ownershipOrControlStatement', 'relationship'],
  ['entity', 'entity'],
  ['person', 'person'],
  ['relationship', 'relationship'],
]);
const NO_STATEMENT = 'it is no statement of BODS: it needs an id, and statementType or recordType';

/** Tells whether a record is a statement. */
export function isBods(value: JsonRecord): boolean {
  return kindOf(value) !== undefined && idOf(value) !== undefined;
}

/**
 * Reads all statements of a file; they are held in memory.
 *
 * @throws the file system's errors
 */
export async function readStatements(
  file: string,
  layout: JsonLayout,
  meter: Meter,
): Promise<BodsStatements> {
  const statements = new Map<string, BodsStatement>();
  const aliases = new Map<string, string>();
  const replacing = new Map<string, string>();
  const rejects: Piece[] = [];
  let replaced = 0;

  function add(statement: BodsStatement): void {
    const { key, value } = statement;
    aliases.set(idOf(value) ?? key, key);
    for (const older of toTexts(fieldOf(value, 'replacesStatements'))) replacing.set(older, key);
    const known = statements.get(key);
    if (known !== undefined) replaced += 1;
    if (known === undefined || dateOf(known) <= dateOf(statement)) statements.set(key, statement);
  }

  function take(record: JsonRecordRead): void {
    const value = record.problem === undefined && isRecord(record.value) ? record.value : undefined;
    const statement = value && toStatement(value, record);
    if (statement) add(statement);
    else rejects.push(toBrokenPiece(file, record, record.problem ?? NO_STATEMENT));
  }

  const json = await openJson(file, layout);
  for await (const records of json.records(meter)) records.forEach(take);
  for (const older of replacing.keys()) if (statements.delete(older)) replaced += 1;
  return { statements: [...statements.values()], find: createFinder(aliases, replacing), rejects, replaced };
}

/** What names a statement that was replaced means the one that replaces it. */
function createFinder(aliases: ReadonlyMap<string, string>, replacing: ReadonlyMap<string, string>) {
  return (id: string): string => {
    const passed = new Set<string>();
    let found = id;
    for (
      let next = replacing.get(found);
      next !== undefined && !passed.has(next);
      next = replacing.get(next)
    ) {
      passed.add(next);
      found = next;
    }
    return aliases.get(found) ?? found;
  };
}

function toStatement(value: JsonRecord, { line, raw }: JsonRecordRead): BodsStatement | undefined {
  const [kind, id] = [kindOf(value), idOf(value)];
  if (kind === undefined || id === undefined) return undefined;
  const own = fieldOf(value, 'recordDetails');
  const details = isRecord(own) ? own : value;
  return { key: textOf(value, 'recordId') ?? id, kind, details, value, line, raw: toShown(raw) };
}

function kindOf(value: JsonRecord): BodsStatement['kind'] | undefined {
  const record = isRecord(fieldOf(value, 'recordDetails')) ? textOf(value, 'recordType') : undefined;
  return KINDS.get(record ?? textOf(value, 'statementType') ?? '');
}

function idOf(value: JsonRecord): string | undefined {
  return toText(firstFieldOf(value, ['statementID', 'statementId']));
}

function dateOf({ value }: BodsStatement): string {
  return textOf(value, 'statementDate') ?? '';
}

/** Returns a member as text. */
export function textOf(value: JsonRecord, name: string): string | undefined {
  return toText(fieldOf(value, name));
}
