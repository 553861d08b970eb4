/** An event as PLOVER's records have it: who did what to whom, and the sentence that says so, with mark-up. */
import { firstFieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';
import { toPassageText } from '../../documents/passage-pieces';

export interface PloverRecord {
  readonly event: string | undefined;
  /** A CAMEO code: a text, since "010" is not "10". */
  readonly code: string | undefined;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly date: string | undefined;
  readonly context: string | undefined;
  readonly place: string | undefined;
  readonly text: string | undefined;
  readonly markup: string;
  readonly publication: string | undefined;
  readonly language: string | undefined;
}

const READ: ReadonlySet<string> = new Set(
  [
    'event',
    'eventType',
    'code',
    'cameo',
    'cameoCode',
    'eventCode',
    'source',
    'target',
    'date',
    'context',
  ].concat(['eventLoc', 'text', 'textInfo', 'publication', 'language']),
);

export function isPlover(record: JsonRecord): boolean {
  const hasActors = [record['source'], record['target']].some((side) =>
    toList(side).some((actor) => isRecord(actor) && Object.hasOwn(actor, 'actorText')),
  );
  return hasActors && typeof firstFieldOf(record, ['event', 'eventType']) === 'string';
}

export function toPlover(record: JsonRecord): PloverRecord {
  const text = firstFieldOf(record, ['text']);
  const info = firstFieldOf(record, ['textInfo']);
  const location = firstFieldOf(record, ['eventLoc']);
  const markup = isRecord(info) ? firstFieldOf(info, ['markup']) : info;
  return {
    event: toText(firstFieldOf(record, ['event', 'eventType']))?.toUpperCase(),
    code: toText(firstFieldOf(record, ['cameo', 'cameoCode', 'eventCode', 'code'])),
    sources: toActors(firstFieldOf(record, ['source'])),
    targets: toActors(firstFieldOf(record, ['target'])),
    date: toText(firstFieldOf(record, ['date'])),
    context: toText(firstFieldOf(record, ['context'])),
    place: toText(isRecord(location) ? firstFieldOf(location, ['name']) : location),
    text: typeof text === 'string' && text.trim() !== '' ? toPassageText(text) : undefined,
    markup: typeof markup === 'string' ? markup : '',
    publication: toText(firstFieldOf(record, ['publication'])),
    language: toText(firstFieldOf(record, ['language'])),
  };
}

function toActors(side: unknown): readonly string[] {
  const names = toList(side).flatMap((actor) =>
    isRecord(actor) ? (toText(firstFieldOf(actor, ['actorText'])) ?? []) : (toText(actor) ?? []),
  );
  return [...new Set(names.map((name) => name.replace(/\s+/gu, ' ')))];
}

/** Lists the members of a record and of its actors that are not read. */
export function listUnread(record: JsonRecord): readonly string[] {
  const own = Object.keys(record).filter((name) => !READ.has(name));
  const ofActors = ['source', 'target'].flatMap((side) =>
    toList(record[side])
      .filter(isRecord)
      .flatMap((actor) => Object.keys(actor).filter((name) => name !== 'actorText'))
      .map((name) => `${side}.${name}`),
  );
  return [...own, ...ofActors];
}
