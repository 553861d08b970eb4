/** From WebAnno's sentences to texts with marks: sentences that a relation joins are one text, with what stands between them. */
import { toCodePointOffset } from '@/lib/model/text-offsets';

import type { AnnotatedRelation, AnnotatedSpan, AnnotatedText } from '../../annotations/annotated-text';
import { UNTYPED } from '../../graph-files/graph-edges';
import { findMarks, findRelations, type Mark, type MarkedRelation } from './marks';
import { fits, type Layer, type Sentence, type WebAnnoFile } from './parse-tsv';

/** Layers about words and sentences, which name nobody. */
const OF_WORDS = /\.dkpro\.core\.api\.(?:syntax|lexmorph|segmentation|structure|transform|anomaly|coref)\./u;
const NAMED_ENTITY = /(?:^|\.)NamedEntity$/u;
const CLASS_FEATURES = ['value', 'label', 'type', 'kind', 'class', 'category'];
const URL = /^https?:\/\/\S+$/u;
const NO_WORDS = /^(?:relation|arc|link|edge)$/iu;

interface Found {
  readonly marks: readonly Mark[];
  readonly relations: readonly (MarkedRelation & { readonly layer: Layer })[];
}

/** A run of sentences that is one text. */
interface Block {
  readonly first: number;
  readonly behind: number;
}

/** A text, and the line of the file on which its first token stands. */
export type WebAnnoText = AnnotatedText & { readonly line: number };

/**
 * Makes texts of a file.
 *
 * @param path - where it lies
 * @param title - what its document is called
 * @returns texts with marks of named entities and of what relations join; what else is marked is named in `unread`
 */
export function toTexts(
  file: WebAnnoFile,
  { path, title }: { readonly path: string; readonly title: string },
): readonly WebAnnoText[] {
  const { layers, sentences } = file;
  const related = layers.filter(({ kind, name }) => kind === 'relation' && !OF_WORDS.test(name));
  const bases = new Set(related.flatMap(({ base }) => base ?? []));
  const isNaming = ({ kind, name }: Layer): boolean =>
    kind === 'span' && (bases.has(name) || NAMED_ENTITY.test(name));
  const found: Found = {
    marks: layers.filter(isNaming).flatMap((layer) => findMarks(file, layer)),
    relations: related.flatMap((layer) => findRelations(file, layer).map((each) => ({ ...each, layer }))),
  };
  const others = layers.filter((layer) => !isNaming(layer) && !related.includes(layer));
  const unread = others.map(({ name }) => `the layer ${shortNameOf(name)}`);
  return toBlocks(sentences, found).map((block, at) => ({
    document: title,
    title,
    ...toText(sentences, block, { ...found, path }),
    unread: at === 0 ? unread : [],
    line: sentences[block.first]?.tokens[0]?.line ?? 1,
  }));
}

function shortNameOf(layer: string): string {
  return layer.slice(layer.lastIndexOf('.') + 1);
}

/** Joins sentences from the first to the last that one relation, or one mark, has to do with. */
function toBlocks(sentences: readonly Sentence[], { marks, relations }: Found): readonly Block[] {
  const places = new Map(marks.map(({ id, sentence }) => [id, sentence]));
  const reach = sentences.map((_, at) => at);
  function join(a: number | undefined, b: number | undefined): void {
    if (a === undefined || b === undefined) return;
    const first = Math.min(a, b);
    reach[first] = Math.max(reach[first] ?? first, a, b);
  }
  for (const { from, to } of relations) join(places.get(from), places.get(to));
  const blocks: Block[] = [];
  for (let first = 0; first < sentences.length; first = blocks.at(-1)?.behind ?? sentences.length) {
    let last = first;
    for (let at = first; at <= last; at += 1) last = Math.max(last, reach[at] ?? at);
    blocks.push({ first, behind: last + 1 });
  }
  return blocks;
}

function toText(
  sentences: readonly Sentence[],
  { first, behind }: Block,
  { marks, relations, path }: Found & { readonly path: string },
): Pick<AnnotatedText, 'text' | 'spans' | 'relations'> {
  const own = sentences.slice(first, behind);
  const starts: number[] = [];
  let text = '';
  for (const sentence of own) {
    if (starts.length > 0) text += ' ';
    starts.push(text.length);
    text += sentence.text;
  }
  const isOwn = ({ sentence }: Mark): boolean => sentence >= first && sentence < behind;
  const spans = marks.filter(isOwn).flatMap((mark) => {
    const at = mark.sentence - first;
    return toSpan(mark, own[at], { text, start: starts[at] ?? 0, path });
  });
  const tokens = new Set(own.flatMap(({ tokens: all }) => all));
  const joining = relations.filter(({ token }) => tokens.has(token));
  return { text, spans, relations: joining.map((relation) => toRelation(relation, path)) };
}

function toSpan(
  { id, tokens, features }: Mark,
  sentence: Sentence | undefined,
  { text, start, path }: { readonly text: string; readonly start: number; readonly path: string },
): readonly AnnotatedSpan[] {
  const [head, last] = [tokens[0], tokens.at(-1)];
  if (!sentence || !head || !last) return [];
  const shift = start - (sentence.tokens[0]?.begin ?? 0);
  const [from, to] = [head.begin + shift, last.end + shift];
  const words = tokens.map(({ form }) => form).join(' ');
  const values = [...features.values()];
  const address = values.find((value) => URL.test(value));
  const named = CLASS_FEATURES.flatMap((name) => features.get(name) ?? []);
  return [
    {
      id,
      label: [...named, ...values].find((value) => !URL.test(value)) ?? '',
      start: toCodePointOffset(text, from),
      end: toCodePointOffset(text, to),
      quote: fits(sentence) ? text.slice(from, to) : words,
      address,
      raw: head.raw,
      place: { file: path, line: head.line },
    },
  ];
}

function toRelation(
  { from, to, label, token, layer }: Found['relations'][number],
  path: string,
): AnnotatedRelation {
  const own = shortNameOf(layer.name);
  const place = { file: path, line: token.line };
  return { from, to, label: label ?? (NO_WORDS.test(own) ? UNTYPED : own), raw: token.raw, place };
}
