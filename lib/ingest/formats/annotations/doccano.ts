/** What doccano exports: spans with offsets of characters, and relations between their ids. */
import type { AnnotatedRelation, AnnotatedSpan } from '../../annotations/annotated-text';
import {
  firstFieldOf,
  isRecord,
  toList,
  toShown,
  toText,
  toWholeNumber,
  type JsonRecord,
} from '../../json/json-value';
import { nameDocument, type AnnotationKind } from './kind';

const TEXTS = ['text', 'data'];
const TRIPLES = ['label', 'labels'];

export const doccano: AnnotationKind = {
  name: 'doccano',
  test: (record) =>
    typeof firstFieldOf(record, TEXTS) === 'string' &&
    (toList(record['entities']).some(isSpan) || toList(firstFieldOf(record, TRIPLES)).some(isTriple)),
  read: ({ record, number }) => {
    const text = firstFieldOf(record, TEXTS);
    return [
      {
        ...nameDocument(toText(record['id']), number),
        text: typeof text === 'string' ? text : '',
        spans: [
          ...toList(record['entities']).filter(isRecord).map(toSpan),
          ...toList(firstFieldOf(record, TRIPLES)).filter(isTriple).map(toBareSpan),
        ],
        relations: toList(record['relations']).filter(isRecord).map(toRelation),
        unread: toList(record['Comments'] ?? record['comments']).map(() => 'comments'),
      },
    ];
  },
};

function isSpan(value: unknown): boolean {
  return isRecord(value) && ['start_offset', 'end_offset'].every((name) => Object.hasOwn(value, name));
}

function isTriple(value: unknown): value is readonly [unknown, unknown, unknown] {
  return Array.isArray(value) && value.length === 3 && value.slice(0, 2).every(Number.isInteger);
}

function toSpan(span: JsonRecord): AnnotatedSpan {
  return {
    id: toText(span['id']) ?? '',
    label: toText(span['label']) ?? '',
    start: toWholeNumber(span['start_offset']),
    end: toWholeNumber(span['end_offset']),
  };
}

/** Without relations doccano writes no ids. */
function toBareSpan([start, end, label]: readonly [unknown, unknown, unknown]): AnnotatedSpan {
  return {
    id: `${String(start)}-${String(end)}`,
    label: toText(label) ?? '',
    start: toWholeNumber(start),
    end: toWholeNumber(end),
  };
}

function toRelation(relation: JsonRecord): AnnotatedRelation {
  return {
    from: toText(relation['from_id']) ?? '',
    to: toText(relation['to_id']) ?? '',
    label: toText(relation['type']) ?? toText(relation['label']) ?? '',
    raw: toShown(relation),
  };
}
