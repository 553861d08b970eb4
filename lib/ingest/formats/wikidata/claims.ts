/** What a Wikibase says of an item: claims with ranks, qualifiers and references. */
import { fieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';
import { textOf } from './read-wikibase';

export interface Claim {
  readonly property: string;
  readonly rank: string;
  /** The item that it leads to; undefined for a text, a number, a date … and where there is none. */
  readonly target: string | undefined;
  readonly qualifiers: Snaks;
  readonly references: readonly Snaks[];
}

/** Values by property. */
export type Snaks = ReadonlyMap<string, readonly SnakValue[]>;

/** A text as it can be shown, or an item. */
interface SnakValue {
  readonly text: string;
  readonly item?: string | undefined;
}

/** What times are worth, by the number of their precision. */
const PRECISIONS: ReadonlyMap<unknown, (date: string) => string> = new Map([
  [7, (date: string) => `${date.slice(0, 2)}XX`],
  [8, (date: string) => `${date.slice(0, 3)}X`],
  [9, (date: string) => date.slice(0, 4)],
  [10, (date: string) => date.slice(0, 7)],
  [11, (date: string) => date.slice(0, 10)],
]);

/** Returns the claims of an entity, in their order. */
export function listClaims(value: JsonRecord): readonly Claim[] {
  const claims = fieldOf(value, 'claims') ?? fieldOf(value, 'statements');
  if (!isRecord(claims)) return [];
  return Object.entries(claims).flatMap(([property, statements]) =>
    toList(statements)
      .filter(isRecord)
      .map((statement) => ({
        property,
        rank: textOf(statement, 'rank') ?? 'normal',
        target: toValue(fieldOf(statement, 'mainsnak'))?.item,
        qualifiers: toSnaks(fieldOf(statement, 'qualifiers')),
        references: toList(fieldOf(statement, 'references'))
          .filter(isRecord)
          .map((reference) => toSnaks(fieldOf(reference, 'snaks'))),
      })),
  );
}

function toSnaks(snaks: unknown): Snaks {
  if (!isRecord(snaks)) return new Map();
  return new Map(
    Object.entries(snaks).map(([property, values]) => [
      property,
      toList(values).flatMap((snak) => toValue(snak) ?? []),
    ]),
  );
}

function toValue(snak: unknown): SnakValue | undefined {
  if (!isRecord(snak) || textOf(snak, 'snaktype') !== 'value') return undefined;
  const given = fieldOf(snak, 'datavalue');
  if (!isRecord(given)) return undefined;
  const [type, value] = [textOf(given, 'type'), fieldOf(given, 'value')];
  if (!isRecord(value)) return toShownText(toText(value));
  if (type === 'wikibase-entityid') return toItemValue(value);
  if (type === 'time') return toShownText(toDate(value));
  return toShownText(toText(fieldOf(value, 'text') ?? fieldOf(value, 'amount')));
}

function toShownText(text: string | undefined): SnakValue | undefined {
  return text === undefined ? undefined : { text };
}

/** Older files have the number of an item alone. */
function toItemValue(value: JsonRecord): SnakValue | undefined {
  const number = textOf(value, 'numeric-id');
  const letter = textOf(value, 'entity-type') === 'property' ? 'P' : 'Q';
  const id = textOf(value, 'id') ?? (number === undefined ? undefined : letter + number);
  return id === undefined ? undefined : { text: id, item: id };
}

/** `+1990-05-00T00:00:00Z` with its precision; what is vaguer than a century is no date. */
function toDate(value: JsonRecord): string | undefined {
  const time = textOf(value, 'time') ?? '';
  const write = PRECISIONS.get(fieldOf(value, 'precision'));
  if (time.startsWith('-')) return time.replace(/T.*$/u, '');
  return write?.(time.replace(/^\+/u, ''));
}
