/** GDELT's table of events (codebook of version 2.0: 61 columns; of version 1: 58, and 57 before it had addresses). */
import { findCountry, isCountryCode } from '../../names/countries';
import type { CameoIndex } from '../../names/cameo-index';
import { kindOfActor } from '../../names/actor-kind';
import type { Named, SourceRow } from '../../source';
import { firstLineOf, layOut, readHeader, type Fields, type Layout } from './layout';
import type { GdeltRecord } from './read-table';

const fields = {
  id: [0, 'globaleventid'],
  day: [1, 'day', 'sqldate'],
  code1: [5, 'actor1code'],
  name1: [6, 'actor1name'],
  country1: [7, 'actor1countrycode'],
  code2: [15, 'actor2code'],
  name2: [16, 'actor2name'],
  country2: [17, 'actor2countrycode'],
  event: [26, 'eventcode'],
  root: [28, 'eventrootcode'],
  place: [52, 'actiongeofullname'],
  url: [60, 'sourceurl'],
  goldstein: [30, 'goldsteinscale'],
  quad: [29, 'quadclass'],
} as const satisfies Fields<string>;

type EventField = keyof typeof fields;
export type EventLayout = Layout<EventField>;
export type EventRecord = GdeltRecord<EventField>;

/** Where the older versions have the place and the address; one that is behind the last cell is in none. */
const older: ReadonlyMap<number, Partial<Record<EventField, number>>> = new Map([
  [61, {}],
  [58, { place: 50, url: 57 }],
  [57, { place: 50, url: 57 }],
]);

const ends = {
  subject: { code: 'code1', name: 'name1', country: 'country1' },
  object: { code: 'code2', name: 'name2', country: 'country2' },
} as const;
type End = keyof typeof ends;

/** @returns how a table of events is laid out that begins so; undefined when it is none */
export function findEventLayout(text: string): EventLayout | undefined {
  const line = firstLineOf(text);
  const cells = line.split('\t');
  const moved = older.get(cells.length);
  const { id, day, event } = fields;
  const isEvent = /^\d+$/u.test(cells[id[0]] ?? '') && /^\d{8}$/u.test(cells[day[0]] ?? '');
  if (moved !== undefined && isEvent && /^\d{2,4}$/u.test(cells[event[0]] ?? ''))
    return layOut(cells.length, fields, moved);
  return readHeader(line, fields, hasEvents);
}

/** Both actors and the event, and something that only GDELT calls so. */
function hasEvents(has: (field: EventField) => boolean): boolean {
  const isOwn = (['id', 'root', 'place', 'url', 'goldstein', 'quad'] as const).some(has);
  return has('event') && isOwn && (has('name1') || has('code1')) && (has('name2') || has('code2'));
}

/** @returns an event as a row of triples, but for what says it. */
export function toEventRow(record: EventRecord, file: string, cameo: CameoIndex): SourceRow {
  const { line, raw, at } = record;
  const subject = actorOf('subject', at);
  const object = actorOf('object', at);
  const event = toEventCode(at('event'), at('root'), cameo);
  const written = new Map([
    ['subject', subject?.name ?? ''],
    ['relation', event.code],
    ['object', object?.name ?? ''],
    ['start', at('day')],
    ['place', at('place')],
  ]);
  const cells = new Map([...written].filter(([, cell]) => cell !== ''));
  const problem = record.problem === undefined ? undefined : { column: '', reason: record.problem };
  const isEmpty = subject === undefined && object === undefined;
  return {
    file,
    line,
    raw,
    cells,
    subject,
    object,
    problem: problem ?? (isEmpty ? NO_ACTOR : event.problem),
  };
}

const NO_ACTOR = { column: 'subject', reason: 'the event has no actor' };

/** Whether only one actor of an event is known: no fault, and no relation. */
export function isOfOneActor({ cells }: SourceRow): boolean {
  return cells.has('subject') !== cells.has('object');
}

/**
 * An actor. Names as PRESIDENT and POLICE are those of many, so the code follows in brackets where it says more than a country, and where
 * it says another country than the name: GEORGIA with the code USA is none. An actor without a name is called by its code.
 */
function actorOf(end: End, at: EventRecord['at']): Named | undefined {
  const [code, name, country] = [at(ends[end].code), at(ends[end].name), at(ends[end].country)];
  const isBare = code === '' || code === country;
  if (name === '') return nameless(code, isBare);
  const called = findCountry(name);
  // CAMEO has codes of its own for some countries, such as ROM, which are nobody else's.
  const isOther = called !== undefined && isCountryCode(code) && code !== called;
  if (!isBare || isOther) return { name: code === '' ? name : `${name} (${code})` };
  return { name, becomes: kindOfActor(name) };
}

function nameless(code: string, isBare: boolean): Named | undefined {
  if (code === '') return undefined;
  return isBare && isCountryCode(code) ? { name: code, becomes: 'country' } : { name: code };
}

interface EventCode {
  readonly code: string;
  readonly problem?: SourceRow['problem'];
}

/** Roots of CAMEO that may as well be a code of three digits that has lost its zero. */
const DOUBTFUL = /^(?:1\d|20)$/u;

/**
 * Codes are texts, and spreadsheets make numbers of them: 40 was 040. The root beside a code says whether it begins with a zero; without
 * it, only a code that CAMEO has in one way alone is taken.
 */
function toEventCode(code: string, root: string, cameo: CameoIndex): EventCode {
  const whole = `0${code}`;
  if (/^\d{1,2}$/u.test(root)) {
    const isRoot = (each: string): boolean => Number(each.slice(0, 2)) === Number(root);
    return { code: !isRoot(code) && isRoot(whole) ? whole : code };
  }
  if (DOUBTFUL.test(code)) {
    const reason = `the event code ${code} is ${whole} or ${code}, since spreadsheets take the zero away; export the codes as text, or EventRootCode with them`;
    return { code, problem: { column: 'relation', reason } };
  }
  return { code: cameo.find(code) === undefined && cameo.find(whole) !== undefined ? whole : code };
}
