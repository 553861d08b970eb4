/** From the clusters of a DocRED document to its text, its entities and where they are named. */
import type { EntityKind } from '@/lib/model/entity';
import type { Span } from '@/lib/model/span';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import type { DocRedFault, DocRedMention, DocRedRecord } from './record';
import { findKind } from '../../names/find-kind';
import { fitSpan } from '../../spans/fit-span';
import { joinTokens, type JoinedTokens } from '../../spans/join-tokens';
import type { Named } from '../../source';

/** A mention, found: the number of its sentence, the span, and the words there. */
interface PlacedMention extends Span {
  readonly sentence: number;
  readonly words: string;
}

export interface DocRedEntity {
  readonly named: Named;
  readonly mentions: readonly PlacedMention[];
}

export interface DocRedText {
  readonly sentences: readonly JoinedTokens[];
  /** One for each cluster; undefined where no mention of it can be used. */
  readonly entities: readonly (DocRedEntity | undefined)[];
  readonly faults: readonly DocRedFault[];
  /** Mentions whose name differs from the words at their place, which were taken. */
  readonly renamed: number;
}

/** "Canadian" for Canada: a place has its own name where the cluster has both. */
const DEMONYM = /(?:an|ese|ish|ch|ic|i|s)$/u;
const SAME_STEM = 3;
/** Of the longer one. */
const LEAST_ALIKE = 0.6;

/** Reads the sentences of a document as text, and its entities with verified spans. */
export function placeEntities(record: DocRedRecord): DocRedText {
  const sentences = joinSentences(record);
  const faults: DocRedFault[] = [];
  let renamed = 0;
  const entities = record.clusters.map((cluster) => {
    const mentions = cluster.flatMap((mention) => {
      const placed = placeMention(mention, sentences[mention.sent_id]);
      if (typeof placed === 'string') {
        faults.push({ column: 'vertexSet', reason: placed, raw: JSON.stringify(mention) });
        return [];
      }
      if (squeeze(placed.words) !== squeeze(mention.name)) renamed += 1;
      return [placed];
    });
    return mentions.length === 0 ? undefined : { named: toNamed(cluster, mentions), mentions };
  });
  return { sentences, entities, faults, renamed };
}

/** The names of mentions show some of the spaces that the tokens have lost: "Warmian-Masurian" is three tokens. */
function joinSentences({ sentences, clusters }: DocRedRecord): readonly JoinedTokens[] {
  const glued = sentences.map(() => new Set<number>());
  for (const { name, sent_id: sentence, pos } of clusters.flat())
    for (const index of findGlued(sentences[sentence]?.slice(...pos) ?? [], name))
      glued[sentence]?.add(pos[0] + index);
  return sentences.map((tokens, index) => joinTokens(tokens, glued[index]));
}

/** Finds which tokens of a name follow the previous one without a space. */
function findGlued(tokens: readonly string[], name: string): readonly number[] {
  if (squeeze(tokens.join('')) !== squeeze(name)) return [];
  const glued: number[] = [];
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const from = at;
    while (/\s/u.test(name.charAt(at))) at += 1;
    if (index > 0 && at === from) glued.push(index);
    for (const unit of token.replace(/\s/gu, '')) {
      while (/\s/u.test(name.charAt(at))) at += 1;
      at += unit.length;
    }
  }
  return glued;
}

/** Returns where a mention stands, or why it cannot be used. */
function placeMention(mention: DocRedMention, sentence: JoinedTokens | undefined): PlacedMention | string {
  const { name, pos, sent_id: number } = mention;
  if (sentence === undefined) return `there is no sentence ${number}; they count from 0`;
  const [first, last] = [sentence.tokens[pos[0]], sentence.tokens[pos[1] - 1]];
  if (first !== undefined && last !== undefined && first.start < last.end) {
    const span = trim(sentence.text, { start: first.start, end: last.end });
    const words = sliceCodePoints(sentence.text, span.start, span.end);
    if (words !== '' && isAlike(words, name)) return { ...span, sentence: number, words };
  }
  const fitted = fitSpan(sentence.text, { start: first?.start, end: undefined, quote: name });
  if (!('span' in fitted))
    return `tokens ${pos.join(' to ')} of sentence ${number} are not '${name}', nor is it elsewhere in it`;
  const { start, end } = fitted.span;
  return { start, end, sentence: number, words: sliceCodePoints(sentence.text, start, end) };
}

function trim(text: string, { start, end }: Span): Span {
  const words = sliceCodePoints(text, start, end);
  const blanks = words.length - words.trimStart().length;
  return { start: start + blanks, end: end - (words.length - words.trimEnd().length) };
}

/** Names in the file have remains of mark-up in them at times ("0.\nThe Swingles"), so that one may contain the other. */
function isAlike(words: string, name: string): boolean {
  const [short = '', long = ''] = [squeeze(words), squeeze(name)].sort((a, b) => a.length - b.length);
  return long.includes(short) && short.length >= long.length * LEAST_ALIKE;
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, '').toLowerCase();
}

function toNamed(cluster: readonly DocRedMention[], mentions: readonly PlacedMention[]): Named {
  const kind = findKind(cluster.map(({ type }) => type)) ?? 'thing';
  const words = [...new Set(mentions.map((mention) => mention.words))];
  const name = chooseName(words, kind);
  return { name, kind, aliases: words.filter((each) => each !== name), matches: 'name' };
}

/** The most telling: a name before common words, a place's own name before that of its people, and then the longest. */
function chooseName(words: readonly string[], kind: EntityKind): string {
  const named = words.filter((each) => /[\p{Lu}\p{Lo}\p{N}]/u.test(each));
  const own = named.filter((each) => kind !== 'place' || !isOfPeople(each, named));
  const [first = '', ...others] = own.length > 0 ? own : named.length > 0 ? named : words;
  return others.reduce((best, each) => (each.length > best.length ? each : best), first);
}

function isOfPeople(word: string, others: readonly string[]): boolean {
  if (!DEMONYM.test(word) || word.includes(' ')) return false;
  const stem = word.slice(0, SAME_STEM);
  return others.some((other) => other !== word && other.startsWith(stem) && !DEMONYM.test(other));
}
