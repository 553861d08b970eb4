/** Texts of Wikipedia in which programs have marked what Wikidata says: T-REx, and REBEL's data set. */
import type { AnnotatedRelation, AnnotatedSpan } from '../../annotations/annotated-text';
import { isRecord, toList, toShown, toText, toWholeNumber, type JsonRecord } from '../../json/json-value';
import { nameDocument, type AnnotationKind } from './kind';

const ENDS = ['subject', 'object'] as const;
/** An entity of Wikidata; dates and numbers have addresses that are none. */
const ITEM = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/)?(Q[1-9]\d*)$/u;
const PROPERTY = /(?:^|\/)(P[1-9]\d*)$/u;

export const tRex: AnnotationKind = {
  name: 'T-REx',
  hasAddresses: true,
  test: (record) =>
    typeof record['text'] === 'string' &&
    toList(record['triples']).some(
      (triple) => isRecord(triple) && [...ENDS, 'predicate'].every(isEnd(triple)),
    ),
  read: ({ record, number }) => {
    const text = typeof record['text'] === 'string' ? record['text'] : '';
    const page = { title: toText(record['title']), address: toAddress(record['uri'] ?? record['docid']) };
    const triples = toList(record['triples']).filter(isRecord);
    const marks = toList(record['entities']).filter(isRecord).map(toSpan);
    const ends = triples.flatMap((triple) => ENDS.map((end) => toSpan(partOf(triple, end))));
    const all = [...marks, ...ends].map((span) => nameByPage(span, page));
    const named = nameDocument(toText(record['docid']), number);
    return [
      {
        ...named,
        title: page.title ?? named.title,
        text,
        spans: [...new Map(all.map((span) => [span.id, span])).values()],
        relations: triples.map(toRelation),
      },
    ];
  },
};

function isEnd(triple: JsonRecord): (name: string) => boolean {
  return (name) => {
    const part = triple[name];
    return isRecord(part) && Object.hasOwn(part, 'uri') && Object.hasOwn(part, 'surfaceform');
  };
}

function partOf(triple: JsonRecord, name: string): JsonRecord {
  const part = triple[name];
  return isRecord(part) ? part : {};
}

function toSpan(part: JsonRecord): AnnotatedSpan {
  const [start, end] = toList(part['boundaries']).map(toWholeNumber);
  return {
    id: idOf(part),
    label: toText(part['type']) ?? '',
    start,
    end,
    quote: toText(part['surfaceform']),
    address: toAddress(part['uri']),
    raw: toShown(part),
  };
}

/** Where it stands and what it is: several entities may stand in one place. */
function idOf(part: JsonRecord): string {
  return [...toList(part['boundaries']), part['uri'], part['surfaceform']]
    .map((each) => toText(each) ?? '')
    .join(' ');
}

function toAddress(uri: unknown): string | undefined {
  return ITEM.exec(toText(uri) ?? '')?.[1];
}

/** What a page is about may stand in no sentence of it; its title names it then. */
function nameByPage(
  span: AnnotatedSpan,
  { title, address }: { readonly title: string | undefined; readonly address: string | undefined },
): AnnotatedSpan {
  const isOfPage = span.address !== undefined && span.address === address && title !== undefined;
  return isOfPage ? { ...span, name: title } : span;
}

function toRelation(triple: JsonRecord): AnnotatedRelation {
  const predicate = partOf(triple, 'predicate');
  const uri = toText(predicate['uri']) ?? '';
  return {
    from: idOf(partOf(triple, 'subject')),
    to: idOf(partOf(triple, 'object')),
    label: toText(predicate['surfaceform']) ?? PROPERTY.exec(uri)?.[1] ?? uri,
    confidence: toText(triple['confidence']),
    raw: toShown(triple),
  };
}
