import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { Span } from '@/lib/model/span';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { toPassageText } from '../documents/passage-pieces';
import { findKind } from '../names/find-kind';
import { isName } from '../names/is-name';
import type { Named, NamedMention } from '../source';
import { fitSpan } from '../spans/fit-span';
import type { SpanTally } from '../spans/span-tally';
import type { AnnotatedSpan, AnnotatedText, AnnotationFault } from './annotated-text';

/** A marked span, verified, in code points of the passage. */
export type PlacedSpan = NamedMention;

export interface PlacedSpans {
  /** By the ids of the input. */
  readonly spans: ReadonlyMap<string, PlacedSpan>;
  /** Entities that no name tells: what happens, and whom words only point at. */
  readonly declared: readonly Entity[];
  readonly faults: readonly AnnotationFault[];
  /** How many of the spans only point at somebody. */
  readonly pointing: number;
}

interface Context {
  readonly dataset: string;
  readonly spans: SpanTally;
}

interface Found extends Span {
  readonly given: AnnotatedSpan;
  readonly words: string;
}

/** Returns where the marked words of a text stand, and whom they name; a fault for each that does not stand there. */
export function placeSpans(annotated: AnnotatedText, { dataset, spans: tally }: Context): PlacedSpans {
  const found: Found[] = [];
  const faults: AnnotationFault[] = [];
  const text = toPassageText(annotated.text);
  for (const given of annotated.spans) {
    const fitted = fitSpan(annotated.text, given);
    // Words without a place have none that they could miss.
    if (given.start !== undefined) tally.count(fitted);
    if ('span' in fitted) found.push({ given, ...trim(text, fitted.span) });
    else faults.push(toFault(given, fitted.problem));
  }
  const groups = groupNames(found);
  const declared: Entity[] = [];
  let pointing = 0;
  const placed = found.map(({ given, start, end, words }): readonly [string, PlacedSpan] => {
    const named = groups.get(given.group ?? given.id) ?? toNamed(given, words);
    if (given.isTrigger !== true && namesSomebody(named.name))
      return [given.id, { start, end, entity: named }];
    if (given.isTrigger !== true) pointing += 1;
    const place = [dataset, annotated.document, text, given.group ?? start];
    const own = toOwn(named, { annotated, place, start });
    if (!declared.some(({ id }) => id === own.id)) declared.push(own);
    return [given.id, { start, end, entity: { name: own.name, id: own.id } }];
  });
  return { spans: new Map(placed), declared, faults, pointing };
}

function toFault(given: AnnotatedSpan, reason: string): AnnotationFault {
  const { raw = JSON.stringify(given), place } = given;
  return { column: 'span', reason, raw, place };
}

function trim(text: string, { start, end }: Span): Span & { readonly words: string } {
  const all = sliceCodePoints(text, start, end);
  const [before, after] = [all.length - all.trimStart().length, all.length - all.trimEnd().length];
  return { start: start + before, end: end - after, words: all.trim() };
}

function toNamed({ label, name, isTrigger }: AnnotatedSpan, words: string): Named {
  const kind = isTrigger === true ? 'event' : (findKind([label]) ?? 'thing');
  return { name: name ?? words, kind, matches: 'name' };
}

/** What spans of one group are called: the longest words that name somebody. */
function groupNames(found: readonly Found[]): ReadonlyMap<string, Named> {
  const groups = new Map<string, Named>();
  for (const { given, words } of found) {
    if (given.group === undefined) continue;
    const named = toNamed(given, words);
    const known = groups.get(given.group);
    if (known === undefined || isBetter(named.name, known.name)) groups.set(given.group, named);
  }
  return groups;
}

function isBetter(name: string, known: string): boolean {
  const [is, was] = [namesSomebody(name), namesSomebody(known)];
  return is === was ? name.length > known.length : is;
}

/** Annotators mark what has no capitals as well: "aspirin" is a name here. */
function namesSomebody(words: string): boolean {
  return isName(words.charAt(0).toUpperCase() + words.slice(1));
}

interface Owning {
  readonly annotated: AnnotatedText;
  readonly place: readonly (string | number)[];
  readonly start: number;
}

function toOwn({ name, kind = 'thing' }: Named, { annotated, place, start }: Owning): Entity {
  const id = EntityId.parse(deriveId('e', [...place, kind]));
  return { id, name: `${name} (${annotated.title}, character ${start})`, kind, aliases: [] };
}
