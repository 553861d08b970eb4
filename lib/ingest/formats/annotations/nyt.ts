/** Sentences as the NYT corpus of relations has them: names without places, and relations between names. */
import type { AnnotatedRelation, AnnotatedSpan } from '../../annotations/annotated-text';
import { isRecord, toList, toShown, toText, type JsonRecord } from '../../json/json-value';
import { nameDocument, type AnnotationKind } from './kind';

export const nyt: AnnotationKind = {
  name: 'NYT',
  test: (record) => typeof record['sentText'] === 'string' && Array.isArray(record['relationMentions']),
  read: ({ record, number }) => {
    const text = typeof record['sentText'] === 'string' ? record['sentText'] : '';
    const relations = toList(record['relationMentions']).filter(isRecord).map(toRelation);
    const spans = toList(record['entityMentions']).filter(isRecord).map(toSpan);
    const ends = relations.flatMap(({ from, to }) => [toBare(from), toBare(to)]);
    const all = new Map([...ends, ...spans].map((span) => [span.id, span]));
    return [
      { ...nameDocument(toText(record['articleId']), number), text, spans: [...all.values()], relations },
    ];
  },
};

function toSpan(mention: JsonRecord): AnnotatedSpan {
  const words = toText(mention['text']) ?? '';
  return { ...toBare(words), label: toText(mention['label']) ?? '' };
}

/** The numbers of mentions say which they are, and not where. */
function toBare(words: string): AnnotatedSpan {
  return { id: words, label: '', start: undefined, end: undefined, quote: words };
}

function toRelation(mention: JsonRecord): AnnotatedRelation {
  return {
    from: toText(mention['em1Text']) ?? '',
    to: toText(mention['em2Text']) ?? '',
    label: toText(mention['label']) ?? '',
    raw: toShown(mention),
  };
}
