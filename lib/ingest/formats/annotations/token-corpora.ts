/** Corpora whose sentences are lists of tokens: SpERT, DyGIE, TACRED and FewRel. */
import type { AnnotatedRelation, AnnotatedText } from '../../annotations/annotated-text';
import { isRecord, toList, toShown, toText, toWholeNumber, type JsonRecord } from '../../json/json-value';
import { nameDocument, type AnnotationKind } from './kind';
import { readTokens, toCharacterSpan } from './token-spans';

export const spert: AnnotationKind = {
  name: 'SpERT',
  test: (record) =>
    readTokens(record['tokens']) !== undefined &&
    toList(record['entities']).every((span) => hasFields(span, ['type', 'start', 'end'])) &&
    toList(record['relations']).some((relation) => hasFields(relation, ['type', 'head', 'tail'])),
  read: ({ record, number }) => {
    const sentence = readTokens(record['tokens']);
    if (sentence === undefined) return [];
    const spans = toList(record['entities'])
      .filter(isRecord)
      .map(({ type, start, end }, at) =>
        toCharacterSpan(sentence, {
          id: String(at),
          label: toText(type) ?? '',
          first: toWholeNumber(start),
          behind: toWholeNumber(end),
        }),
      );
    const relations = toList(record['relations'])
      .filter(isRecord)
      .map((relation) => toRelation(relation, ['head', 'tail', 'type']));
    return [{ ...nameDocument(toText(record['orig_id']), number), text: sentence.text, spans, relations }];
  },
};

export const tacred: AnnotationKind = {
  name: 'TACRED',
  test: (record) =>
    readTokens(record['token']) !== undefined &&
    hasFields(record, ['relation', 'subj_start', 'subj_end', 'obj_start', 'obj_end']),
  read: ({ record, number }) => {
    const sentence = readTokens(record['token']);
    if (sentence === undefined) return [];
    const spans = ['subj', 'obj'].map((end) => {
      const last = toWholeNumber(record[`${end}_end`]);
      return toCharacterSpan(sentence, {
        id: end,
        label: toText(record[`${end}_type`]) ?? '',
        first: toWholeNumber(record[`${end}_start`]),
        behind: last === undefined ? undefined : last + 1,
      });
    });
    const label = toText(record['relation']) ?? '';
    const relation = { from: 'subj', to: 'obj', label, raw: toShown(record) };
    const id = toText(record['docid']) ?? toText(record['id']);
    return [{ ...nameDocument(id, number), text: sentence.text, spans, relations: [relation] }];
  },
};

export const fewRel: AnnotationKind = {
  name: 'FewRel',
  test: (record) =>
    readTokens(record['tokens']) !== undefined &&
    [record['h'], record['t']].every((end) => toList(end).length >= 3),
  read: ({ record, key, number }) => {
    const sentence = readTokens(record['tokens']);
    if (sentence === undefined) return [];
    const spans = ['h', 't'].flatMap((end) => {
      const [, , places] = toList(record[end]);
      const at = toList(toList(places)[0]).map(toWholeNumber);
      const last = at.at(-1);
      const behind = last === undefined ? undefined : last + 1;
      return [toCharacterSpan(sentence, { id: end, label: '', first: at[0], behind })];
    });
    const label = key ?? toText(record['relation']) ?? '';
    const relation = {
      from: 'h',
      to: 't',
      label,
      raw: toShown({ relation: label, h: record['h'], t: record['t'] }),
    };
    return [{ ...nameDocument(undefined, number), text: sentence.text, spans, relations: [relation] }];
  },
};

export const dygie: AnnotationKind = {
  name: 'DyGIE',
  test: (record) =>
    ['sentences', 'ner', 'relations'].every((name) => Array.isArray(record[name])) &&
    readTokens(toList(record['sentences'])[0]) !== undefined,
  read: ({ record, number }) => {
    const named = nameDocument(toText(record['doc_key']), number);
    const [ner, relations] = [toList(record['ner']), toList(record['relations'])];
    let before = 0;
    return toList(record['sentences']).flatMap((tokens, at): readonly AnnotatedText[] => {
      const shift = before;
      before += toList(tokens).length;
      const sentence = readTokens(tokens);
      if (sentence === undefined) return [];
      const spans = toList(ner[at]).map((entry) => {
        const [first, last, label] = toList(entry);
        return toCharacterSpan(sentence, {
          id: `${String(first)}-${String(last)}`,
          label: toText(label) ?? '',
          first: (toWholeNumber(first) ?? -1) - shift,
          behind: (toWholeNumber(last) ?? -1) - shift + 1,
        });
      });
      const unread =
        at > 0 ? [] : ['clusters', 'events'].filter((name) => toList(record[name]).flat().length > 0);
      return [
        { ...named, text: sentence.text, spans, relations: toList(relations[at]).map(toListed), unread },
      ];
    });
  },
};

/** `[first, last, first, last, label]`, counted from the first token of the document. */
function toListed(entry: unknown): AnnotatedRelation {
  const [a, b, c, d, label] = toList(entry).map(toText);
  return {
    from: `${a ?? ''}-${b ?? ''}`,
    to: `${c ?? ''}-${d ?? ''}`,
    label: label ?? '',
    raw: toShown(entry),
  };
}

function toRelation(
  relation: JsonRecord,
  [from, to, label]: readonly [string, string, string],
): AnnotatedRelation {
  return {
    from: toText(relation[from]) ?? '',
    to: toText(relation[to]) ?? '',
    label: toText(relation[label]) ?? '',
    raw: toShown(relation),
  };
}

function hasFields(value: unknown, names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => Object.hasOwn(value, name));
}
