/** What Prodigy's `rel.manual` writes: spans of characters, and relations with the spans of both ends. */
import type { AnnotatedRelation, AnnotatedSpan } from '../../annotations/annotated-text';
import { isRecord, toList, toShown, toText, toWholeNumber, type JsonRecord } from '../../json/json-value';
import { nameDocument, type AnnotationKind } from './kind';

export const prodigy: AnnotationKind = {
  name: 'Prodigy',
  test: (record) =>
    typeof record['text'] === 'string' &&
    toList(record['relations']).some((relation) => isRecord(relation) && isRecord(relation['head_span'])),
  read: ({ record, number }) => {
    const text = typeof record['text'] === 'string' ? record['text'] : '';
    const answer = toText(record['answer']) ?? 'accept';
    const isAccepted = answer === 'accept';
    const relations = isAccepted ? toList(record['relations']).filter(isRecord) : [];
    const ends = relations.flatMap((each) => [each['head_span'], each['child_span']]).filter(isRecord);
    const spans = [...(isAccepted ? toList(record['spans']).filter(isRecord) : []), ...ends].map(toSpan);
    const meta = isRecord(record['meta']) ? record['meta'] : {};
    return [
      {
        ...nameDocument(toText(meta['id']), number),
        text,
        spans: [...new Map(spans.toReversed().map((span) => [span.id, span])).values()].toReversed(),
        relations: relations.map(toRelation),
        unread: isAccepted ? [] : [`marks of texts that were answered with ${answer}`],
      },
    ];
  },
};

function toSpan(span: JsonRecord): AnnotatedSpan {
  return {
    id: idOf(span),
    label: toText(span['label']) ?? '',
    start: toWholeNumber(span['start']),
    end: toWholeNumber(span['end']),
    quote: typeof span['text'] === 'string' ? span['text'] : undefined,
  };
}

function idOf(span: unknown): string {
  return isRecord(span) ? `${toText(span['start']) ?? ''}-${toText(span['end']) ?? ''}` : '';
}

function toRelation(relation: JsonRecord): AnnotatedRelation {
  return {
    from: idOf(relation['head_span']),
    to: idOf(relation['child_span']),
    label: toText(relation['label']) ?? '',
    raw: toShown(relation),
  };
}
