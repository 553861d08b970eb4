/** What Label Studio exports: tasks with the results of annotators. */
import type { AnnotatedRelation, AnnotatedSpan, AnnotatedText } from '../../annotations/annotated-text';
import { UNTYPED } from '../../graph-files/graph-edges';
import { isRecord, toList, toShown, toText, toWholeNumber, type JsonRecord } from '../../json/json-value';
import { nameDocument, type AnnotationKind } from './kind';

export const labelStudio: AnnotationKind = {
  name: 'Label Studio',
  test: (record) =>
    isRecord(record['data']) &&
    toText(findText(record['data'])) !== undefined &&
    annotationsOf(record).some((annotation) => Array.isArray(annotation['result'])),
  read: ({ record, number }) => {
    const data = isRecord(record['data']) ? record['data'] : {};
    const annotations = annotationsOf(record);
    const used = annotations.filter((annotation) => annotation['was_cancelled'] !== true);
    const results = used.flatMap((annotation) => toList(annotation['result'])).filter(isRecord);
    return [
      {
        ...nameDocument(toText(record['id']), number),
        text: findText(data) ?? '',
        spans: results.filter(isSpan).map(toSpan),
        relations: results.filter(isRelation).map(toRelation),
        unread: [
          ...annotations.slice(used.length).map(() => 'annotations that were cancelled'),
          ...toList(record['predictions']).map(() => 'predictions'),
          ...results
            .filter((result) => !isSpan(result) && !isRelation(result))
            .map(({ type }) => `results of the type ${toText(type) ?? 'none'}`),
        ],
      } satisfies AnnotatedText,
    ];
  },
};

function annotationsOf(record: JsonRecord): readonly JsonRecord[] {
  const given = record['annotations'] ?? record['completions'];
  return toList(given).filter(isRecord);
}

/** The text, or the one value that is one. */
function findText(data: JsonRecord): string | undefined {
  if (typeof data['text'] === 'string') return data['text'];
  const texts = Object.values(data).filter((value) => typeof value === 'string');
  return texts.length === 1 ? texts[0] : undefined;
}

function isSpan({ value }: JsonRecord): boolean {
  return isRecord(value) && toWholeNumber(value['start']) !== undefined;
}

function isRelation({ type }: JsonRecord): boolean {
  return type === 'relation';
}

function toSpan({ id, value }: JsonRecord): AnnotatedSpan {
  const span = isRecord(value) ? value : {};
  return {
    id: toText(id) ?? '',
    label: toList(span['labels']).map(toText).join(' '),
    start: toWholeNumber(span['start']),
    end: toWholeNumber(span['end']),
    quote: typeof span['text'] === 'string' ? span['text'] : undefined,
  };
}

function toRelation(result: JsonRecord): AnnotatedRelation {
  const [from, to] = [toText(result['from_id']) ?? '', toText(result['to_id']) ?? ''];
  const isBackward = result['direction'] === 'left';
  return {
    from: isBackward ? to : from,
    to: isBackward ? from : to,
    label: toText(toList(result['labels'])[0]) ?? UNTYPED,
    raw: toShown(result),
  };
}
