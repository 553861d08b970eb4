import { EVIDENCE, SOURCES } from './evidence';
import { endsOf, isTriple, toTripleRecord } from './fields';
import { fieldOf, firstFieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';

/** The triples that a record holds, and what else it has that is read for none of them. */
export interface HeldTriples {
  readonly triples: readonly unknown[];
  readonly unread: readonly string[];
}

/** Members that may list triples as lists of words; lists of objects are looked at under any name. */
const LISTS = new Set(
  ['triple', 'triples', 'triplet', 'triplets', 'relation', 'relations', 'relationships', 'facts'].concat([
    'statements',
    'extractions',
    'edges',
    'links',
    'spo',
    'spo_list',
    'relation_list',
    'triple_list',
  ]),
);
const AROUND: readonly string[] = [...EVIDENCE, ...Object.values(SOURCES).flat()];

/** Tells whether a member beside triples has their words, or says where they are from. */
export function isAround(name: string): boolean {
  return AROUND.includes(name);
}

/** Tells whether a member is called as lists of triples are. */
export function isListName(name: string): boolean {
  return LISTS.has(name.toLowerCase());
}

/**
 * Lists the triples that a JSON value contains, each with the text and the source of the record
 * around them.
 * @returns undefined when it contains none, so that it is itself a triple or not one at all
 */
export function listTriples(value: unknown): HeldTriples | undefined {
  if (Array.isArray(value)) return listOfList(value);
  // Nearly all records are triples of plain members, and many come through here.
  if (!isRecord(value) || !Object.values(value).some(Array.isArray)) return undefined;
  const lists = Object.entries(value).flatMap(([name, member]) => {
    const triples = listOfMember(name, member);
    return triples === undefined ? [] : [{ name, triples }];
  });
  if (lists.length === 0 || isTriple(value)) return undefined;
  const evidence = toAround(value);
  const source = evidence === undefined ? toSourceAround(value) : undefined;
  const people = toPeople(value);
  const read = new Set([
    ...lists.map(({ name }) => name),
    ...Object.keys(evidence ?? source ?? {}),
    people?.member,
  ]);
  return {
    triples: lists.flatMap(({ triples }) =>
      triples.map((each) =>
        addSource(addEvidence(people === undefined ? each : nameEnds(each, people), evidence), {
          evidence,
          source,
        }),
      ),
    ),
    unread: Object.keys(value).filter((name) => !read.has(name)),
  };
}

/** A list of nothing but triples; a triple itself may be a list, but not of triples. */
function listOfList(value: readonly unknown[]): HeldTriples | undefined {
  return value.every((each) => isTriple(each)) ? { triples: value, unread: [] } : undefined;
}

function listOfMember(name: string, member: unknown): readonly unknown[] | undefined {
  const isNamed = LISTS.has(name.toLowerCase());
  if (!Array.isArray(member) || EVIDENCE.some((each) => each === name)) return undefined;
  const list: readonly unknown[] = member;
  if (isNamed && isTriple(list) && !list.some(isTriple)) return [list];
  if (isNamed && (list.length === 0 || list.some(isTriple))) return list;
  return list.some((each) => isRecord(each) && isTriple(each)) ? list : undefined;
}

/** The text around triples, as the evidence that each of them has, with where it is from. */
function toAround(value: JsonRecord): JsonRecord | undefined {
  if (typeof firstFieldOf(value, EVIDENCE) !== 'string') return undefined;
  return Object.fromEntries(
    AROUND.flatMap((name) => {
      const text = toText(fieldOf(value, name));
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

function addEvidence(triple: unknown, evidence: JsonRecord | undefined): unknown {
  if (evidence === undefined || !isTriple(triple)) return triple;
  const record = toTripleRecord(triple);
  return firstFieldOf(record, EVIDENCE) === undefined ? { ...record, evidence } : record;
}

/** What a record without a text says of where its triples are from. */
function toSourceAround(value: JsonRecord): JsonRecord | undefined {
  const found = Object.values(SOURCES)
    .flat()
    .flatMap((name) => {
      const text = toText(fieldOf(value, name));
      return text === undefined ? [] : [[name, text] as const];
    });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Words of a triple's own are of the document around it, and so is a triple without words. */
function addSource(
  triple: unknown,
  {
    evidence,
    source,
  }: { readonly evidence: JsonRecord | undefined; readonly source: JsonRecord | undefined },
): unknown {
  if (!isTriple(triple)) return triple;
  const record = toTripleRecord(triple);
  const own = firstFieldOf(record, EVIDENCE);
  if (typeof own === 'string' && evidence !== undefined)
    return {
      ...record,
      evidence: {
        ...evidence,
        ...Object.fromEntries(EVIDENCE.map((name) => [name, undefined])),
        evidence: own,
      },
    };
  return source === undefined ? record : { ...source, ...record };
}

/** Whom a record lists beside its triples, by the ids that it gives them or else by their places. */
interface People {
  readonly member: string;
  readonly byKey: ReadonlyMap<string, JsonRecord>;
}

const PEOPLE = ['entities', 'nodes', 'vertices', 'entity_list'];
const IDS = ['id', 'entity_id', 'key'];
const NAMES = ['name', 'text', 'label', 'mention', 'span'];

function toPeople(value: JsonRecord): People | undefined {
  const member = PEOPLE.find((name) => toList(fieldOf(value, name)).some(isRecord));
  if (member === undefined) return undefined;
  const entries = toList(fieldOf(value, member)).map((each, place) => {
    const person = isRecord(each) ? each : {};
    const type = toText(firstFieldOf(person, ['type', 'kind', 'category']));
    const name = toText(firstFieldOf(person, NAMES));
    return [toText(firstFieldOf(person, IDS)) ?? String(place), { name, ...(type && { type }) }] as const;
  });
  return { member, byKey: new Map(entries) };
}

/** Ids of a record mean something in it alone, so its triples name people instead. A number that means nobody is no name. */
function nameEnds(triple: unknown, { byKey }: People): unknown {
  if (!isTriple(triple)) return triple;
  const record = toTripleRecord(triple);
  const ends = new Map<string, unknown>();
  for (const name of endsOf(record)) {
    const given = fieldOf(record, name);
    const person = byKey.get(toText(given) ?? '');
    if (person !== undefined || typeof given === 'number') ends.set(name, person ?? null);
  }
  return { ...record, ...Object.fromEntries(ends) };
}
