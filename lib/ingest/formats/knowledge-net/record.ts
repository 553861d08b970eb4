/** Facts in the manner of KnowledgeNet: a passage of a document, and offsets of the subject and the object in the document. */
import { sliceCodePoints } from '@/lib/model/text-offsets';

import {
  firstFieldOf,
  isRecord,
  toList,
  toText,
  toWholeNumber,
  type JsonRecord,
} from '../../json/json-value';

/** An end of a fact: its words, where they stand in the document, and what it is elsewhere. */
export interface FactEnd {
  readonly text: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly uri: string | undefined;
}

export interface FactPassage {
  readonly document: string;
  readonly title: string | undefined;
  /** Where the passage begins in its document, in the unit of the offsets. */
  readonly start: number;
  readonly text: string;
}

/** A fact; without ends the record says only that its passage has no fact of the property. */
export interface Fact {
  readonly passage: FactPassage;
  readonly property: string | undefined;
  readonly ends: { readonly subject: FactEnd; readonly object: FactEnd } | undefined;
}

const PROPERTIES = ['property', 'predicate', 'relation', 'propertyName', 'propertyId'];

/** Tells whether a record is a fact with offsets, or a document with such facts. */
export function holdsFacts(record: JsonRecord): boolean {
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(record, name));
  if (has('documentId', 'passages')) return toList(record['passages']).some(isRecord);
  return has('passageText', 'subjectStart', 'objectStart') && firstFieldOf(record, PROPERTIES) !== undefined;
}

/**
 * Lists the facts of a record; each passage of a document is there at least once. Empty for any
 * other record.
 */
export function toFacts(record: JsonRecord): readonly Fact[] {
  if (!Object.hasOwn(record, 'passages')) return toFlatFacts(record, {});
  const { passages, ...around } = record;
  return toList(passages)
    .filter(isRecord)
    .flatMap((passage) => {
      const facts = toList(passage['facts']).filter(isRecord);
      const shared = { ...around, ...passage };
      return facts.length === 0
        ? toFlatFacts({}, shared)
        : facts.flatMap((fact) => toFlatFacts(fact, shared));
    });
}

function toFlatFacts(fact: JsonRecord, around: JsonRecord): readonly Fact[] {
  const record = { ...around, ...fact };
  const text = firstFieldOf(record, ['passageText']) ?? cutPassage(record);
  if (typeof text !== 'string' || text.trim() === '') return [];
  const passage = {
    document: toText(firstFieldOf(record, ['documentId', 'docId'])) ?? '',
    title: toText(firstFieldOf(record, ['title', 'documentTitle'])),
    start: toWholeNumber(firstFieldOf(record, ['passageStart'])) ?? 0,
    text,
  };
  const subject = toEnd(record, 'subject');
  const object = toEnd(record, 'object');
  const isFact = subject.text !== undefined || object.text !== undefined || subject.start !== undefined;
  return [
    {
      passage,
      property: toText(firstFieldOf(fact, PROPERTIES)),
      ends: isFact ? { subject, object } : undefined,
    },
  ];
}

function cutPassage(record: JsonRecord): unknown {
  const text = firstFieldOf(record, ['documentText']);
  const [start, end] = ['passageStart', 'passageEnd'].map((name) =>
    toWholeNumber(firstFieldOf(record, [name])),
  );
  return typeof text === 'string' && start !== undefined
    ? sliceCodePoints(text, start, end ?? Infinity)
    : text;
}

function toEnd(record: JsonRecord, end: 'subject' | 'object'): FactEnd {
  return {
    text: toText(firstFieldOf(record, [`${end}Text`])),
    start: toWholeNumber(firstFieldOf(record, [`${end}Start`])),
    end: toWholeNumber(firstFieldOf(record, [`${end}End`])),
    uri: toText(firstFieldOf(record, [`${end}Uri`, `${end}Id`])),
  };
}
