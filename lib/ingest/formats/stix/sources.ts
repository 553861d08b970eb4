/** Who says what an object of STIX says: references, reports, notes and opinions, and the words of the object itself. */
import type { ExtractedChunk, ExtractedDocument } from '../../extracted/extracted-graph';
import { fieldOf, isRecord, toList, type JsonRecord } from '../../json/json-value';
import { createTally, noteTally } from '../../rows/tally';
import { dayOf, textOf, textsOf, type StixObject } from './objects';
import { nameOf } from './things';

/** A piece of evidence for a relation: words, or a document. Without either it is the object's place in the file. */
export interface StixSource {
  readonly chunk?: ExtractedChunk | undefined;
  readonly document?: ExtractedDocument | undefined;
  /** What the object says of itself, where the document is another's. */
  readonly statement?: string | undefined;
  readonly attributedTo?: string | undefined;
  readonly stance?: 'supports' | 'denies' | undefined;
}

export interface StixSources {
  /** Returns all that says it, the object's own words first. */
  readonly of: (object: StixObject) => readonly StixSource[];
  readonly notices: () => readonly string[];
}

const STANCES: ReadonlyMap<string, StixSource['stance']> = new Map([
  ['strongly-disagree', 'denies'],
  ['disagree', 'denies'],
  ['agree', 'supports'],
  ['strongly-agree', 'supports'],
]);
const COMMENTS = new Set(['report', 'grouping', 'note', 'opinion']);

/** @param objects - those that count, by their ids */
export function createStixSources(objects: ReadonlyMap<string, StixObject>): StixSources {
  const comments = new Map<string, StixObject[]>();
  const unused = createTally();
  let neutral = 0;
  for (const object of objects.values()) {
    if (!COMMENTS.has(object.type)) continue;
    const joined = textsOf(object.value, 'object_refs').filter((ref) => isJoin(objects.get(ref)));
    if (joined.length === 0) unused.add(object.type);
    for (const ref of joined) comments.set(ref, [...(comments.get(ref) ?? []), object]);
  }

  function creatorOf(value: JsonRecord): string | undefined {
    const creator = objects.get(textOf(value, 'created_by_ref') ?? '');
    return creator && nameOf(creator.value);
  }

  function toComment(object: StixObject): readonly StixSource[] {
    const { type, value } = object;
    if (type === 'report' || type === 'grouping') return [{ document: toReport(object, creatorOf(value)) }];
    const attributedTo = textsOf(value, 'authors').join(', ') || creatorOf(value);
    if (type === 'note') return [{ chunk: toChunk(object, 'content'), attributedTo }];
    const stance = STANCES.get(textOf(value, 'opinion') ?? '');
    if (stance === undefined) neutral += 1;
    return stance === undefined ? [] : [{ chunk: toChunk(object, 'explanation'), attributedTo, stance }];
  }

  return {
    of: (object) => {
      const { value } = object;
      const chunk = toChunk(object, 'description');
      const attributedTo = creatorOf(value);
      const own = chunk === undefined ? [] : [{ chunk, attributedTo }];
      const cited = referencesOf(value).map((document) => ({ document, statement: chunk?.text }));
      const all = [...own, ...cited];
      return [
        ...(all.length === 0 ? [{ attributedTo }] : all),
        ...(comments.get(object.id) ?? []).flatMap(toComment),
      ];
    },
    notices: () => [
      ...noteTally('About things and not about what joins them, so that they are no evidence', unused),
      ...(neutral === 0 ? [] : [`Opinions that are neutral, and are no evidence: ${neutral}.`]),
    ],
  };
}

function isJoin(object: StixObject | undefined): boolean {
  return object?.type === 'relationship' || object?.type === 'sighting';
}

/** The words belong to the bundle. */
function toChunk({ id, value, file, line }: StixObject, member: string): ExtractedChunk | undefined {
  const text = textOf(value, member);
  return text === undefined ? undefined : { key: id, text, documents: [], file, line };
}

function referencesOf(value: JsonRecord): readonly ExtractedDocument[] {
  return toList(fieldOf(value, 'external_references'))
    .filter(isRecord)
    .flatMap((reference) => toReference(reference) ?? []);
}

function toReference(reference: JsonRecord): ExtractedDocument | undefined {
  const [name, note, url, id] = ['source_name', 'description', 'url', 'external_id'].map((member) =>
    textOf(reference, member),
  );
  const title = [name ?? note, id].filter(Boolean).join(' ') || url;
  if (title === undefined) return undefined;
  return {
    key: url ?? `${title}\u001f${note ?? ''}`,
    title,
    url,
    note: name === undefined ? undefined : note,
  };
}

function toReport({ id, value }: StixObject, publisher: string | undefined): ExtractedDocument {
  const url = referencesOf(value).find((reference) => reference.url !== undefined)?.url;
  return {
    key: url ?? id,
    title: nameOf(value) ?? id,
    url,
    published: dayOf(textOf(value, 'published')),
    publisher,
    note: textOf(value, 'description'),
  };
}
