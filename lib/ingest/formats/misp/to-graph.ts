/** From events of MISP to a graph: what refers to something, and what it refers to. */
import type { ExtractedEntity } from '../../extracted/extracted-graph';
import type { HeldGraph } from '../../extracted/open-extracted';
import { fieldOf, isRecord, toList, type JsonRecord } from '../../json/json-value';
import { createTally, noteTally, type Tally } from '../../rows/tally';
import type { Piece } from '../../source';
import { textOf, type MispEvent, type MispEvents, type MispPart } from './events';
import { toReference, type MispReference } from './references';
import { isDeleted, toAttributeThing, toObjectThing, type MispThing } from './things';

type Found = MispPart & { readonly thing: MispThing | undefined };

interface Reading {
  readonly file: string;
  /** Where members that are not read are counted. */
  readonly unread: Tally;
}

const UNREAD_OF_EVENT = ['Galaxy', 'EventReport'];

export function toMispGraph({ events, rejects, notices }: MispEvents, { file, unread }: Reading): HeldGraph {
  const parts = new Map(events.flatMap((event) => [...indexParts(event)]));
  const entities = new Map<string, ExtractedEntity>();
  const refused: Piece[] = [];
  const found: MispReference[] = [];

  function faultOf(uuid: string): string | undefined {
    const part = parts.get(uuid);
    if (part === undefined)
      return `there is no attribute or object '${uuid.slice(0, 80)}' in the file; add its event`;
    if (part.thing === undefined) return `the ${part.kind} '${uuid.slice(0, 80)}' has no value that names it`;
    const { kind, ...thing } = part.thing;
    const { line, raw } = part;
    entities.set(thing.key, { ...thing, kinds: [kind], chunks: [], file, line, raw });
    return undefined;
  }

  for (const { reference, part, event } of events.flatMap(referencesOf)) {
    const read = toReference(reference, { part, event, file, unread });
    const [subject, object] = [faultOf(read.relation.source), faultOf(read.relation.target)];
    if (subject !== undefined) refused.push(read.refuse('subject', subject));
    else if (object !== undefined) refused.push(read.refuse('object', object));
    else found.push(read);
  }
  const keyOf = (uuid: string): string => parts.get(uuid)?.thing?.key ?? '';
  for (const { members } of events)
    for (const name of UNREAD_OF_EVENT) if (members.has(name)) unread.add(name);
  return {
    entities: [...entities.values()],
    relations: found.map(({ relation }) => ({
      ...relation,
      source: keyOf(relation.source),
      target: keyOf(relation.target),
    })),
    chunks: found.flatMap(({ chunk }) => chunk ?? []),
    rejects: [...rejects, ...refused],
    notices: [...notices, ...noteAlone(parts, entities), ...noteDeleted(events), ...noteMarks(events)],
  };
}

/**
 * Indexes the attributes and objects of an event by their UUIDs, with the attributes of objects.
 */
function indexParts({ parts }: MispEvent): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const part of parts.filter(({ value }) => !isDeleted(value))) {
    const thing = part.kind === 'Object' ? toObjectThing(part.value) : toAttributeThing(part.value);
    found.set(textOf(part.value, 'uuid') ?? '', { ...part, thing });
    for (const value of recordsOf(part.value, 'Attribute').filter((each) => !isDeleted(each)))
      found.set(textOf(value, 'uuid') ?? '', {
        ...part,
        kind: 'Attribute',
        value,
        thing: toAttributeThing(value),
      });
  }
  return found;
}

function referencesOf(event: MispEvent) {
  return event.parts
    .filter(({ value }) => !isDeleted(value))
    .flatMap((part) =>
      recordsOf(part.value, 'ObjectReference')
        .filter((reference) => !isDeleted(reference))
        .map((reference) => ({ reference, part, event })),
    );
}

function recordsOf(value: JsonRecord, name: string): readonly JsonRecord[] {
  return toList(fieldOf(value, name)).filter(isRecord);
}

function noteAlone(
  parts: ReadonlyMap<string, Found>,
  entities: ReadonlyMap<string, ExtractedEntity>,
): readonly string[] {
  const alone = createTally();
  for (const { kind, thing, value } of parts.values()) {
    const isOfObject = kind === 'Attribute' && Object.hasOwn(value, 'object_relation');
    if (!isOfObject && !entities.has(thing?.key ?? ''))
      alone.add(textOf(value, kind === 'Object' ? 'name' : 'type') ?? kind);
  }
  return noteTally('Attributes and objects that no reference joins, so that they are not read', alone);
}

function noteDeleted(events: readonly MispEvent[]): readonly string[] {
  const values = events.flatMap(({ parts }) => parts.map(({ value }) => value));
  const inner = values.flatMap((value) =>
    ['Attribute', 'ObjectReference'].flatMap((name) => recordsOf(value, name)),
  );
  const count = [...values, ...inner].filter(isDeleted).length;
  return count === 0
    ? []
    : [`Attributes, objects and references that were deleted and are not read: ${count}.`];
}

function noteMarks(events: readonly MispEvent[]): readonly string[] {
  const marks = createTally();
  const tags = events.flatMap(({ members }) => toList(members.get('Tag')).filter(isRecord));
  for (const tag of tags) {
    const name = textOf(tag, 'name') ?? '';
    if (/^tlp:/iu.test(name)) marks.add(name.toUpperCase());
  }
  return noteTally('Events marked for whom they are, which nothing here enforces', marks);
}
