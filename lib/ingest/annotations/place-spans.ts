import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';
import type { Span } from '@/lib/model/span';
import { sliceCodePoints } from '@/lib/model/text-offsets';

import { toPassageText } from '../documents/passage-pieces';
import { findKind } from '../names/find-kind';
import { isName } from '../names/is-name';
import { checkText } from '../rows/check-text';
import type { Named, NamedMention } from '../source';
import { toId } from '../json/json-party';
import { fitSpan } from '../spans/fit-span';
import type { SpanTally } from '../spans/span-tally';
import type { AnnotatedSpan, AnnotatedText, AnnotationFault, NamesOfAddress } from './annotated-text';

/** A marked span, verified, in code points of the passage. */
type PlacedSpan = NamedMention;

export interface PlacedSpans {
  /** By the ids of the input. */
  readonly spans: ReadonlyMap<string, PlacedSpan>;
  /** Whom relations may mean that the words do not name, by the ids of the input. */
  readonly unnamed: ReadonlyMap<string, Named>;
  /** Entities that no name tells: those with an address, what happens, and whom words only point at. */
  readonly declared: readonly Entity[];
  readonly faults: readonly AnnotationFault[];
  /** How many of the spans only point at somebody. */
  readonly pointing: number;
}

interface Context {
  readonly dataset: string;
  readonly spans: SpanTally;
  readonly namesOf: NamesOfAddress;
}

interface Found extends Span {
  readonly given: AnnotatedSpan;
  readonly words: string;
}

/** Returns where the marked words of a text stand, and whom they name; a fault for each that does not stand there. */
export function placeSpans(annotated: AnnotatedText, context: Context): PlacedSpans {
  const found: Found[] = [];
  const faults: AnnotationFault[] = [];
  const unnamed = new Map<string, Named>();
  const declared = new Map<string, Entity>();
  const text = toPassageText(annotated.text);
  for (const given of annotated.spans) {
    const fitted = fitSpan(annotated.text, given);
    // Words without a place have none that they could miss.
    if (given.start !== undefined) context.spans.count(fitted);
    if ('span' in fitted) found.push({ given, ...trim(text, fitted.span) });
    else if (given.start === undefined && given.address !== undefined)
      unnamed.set(given.id, declare(toAddressed(toNamed(given, given.quote ?? ''), given.address, context)));
    else faults.push(toFault(given, fitted.problem));
  }
  const groups = groupNames(found);
  let pointing = 0;
  function declare(entity: Entity): Named {
    if (!declared.has(entity.id)) declared.set(entity.id, entity);
    return { name: entity.name, id: entity.id };
  }
  function toEntity({ given, words, start }: Found): Named {
    const named = groups.get(given.group ?? given.id) ?? toNamed(given, words);
    if (given.address !== undefined) return declare(toAddressed(named, given.address, context));
    if (given.isTrigger !== true && namesSomebody(named.name)) return named;
    if (given.isTrigger !== true) pointing += 1;
    const place = [context.dataset, annotated.document, text, given.group ?? start];
    return declare(toOwn(named, { annotated, place, start }));
  }
  const placed = found.map((each): readonly [string, PlacedSpan] => [
    each.given.id,
    { start: each.start, end: each.end, entity: toEntity(each) },
  ]);
  return { spans: new Map(placed), unnamed, declared: [...declared.values()], faults, pointing };
}

/** What has an address is called as the whole input calls it most. */
function toAddressed({ name, kind = 'thing' }: Named, address: string, context: Context): Entity {
  const [first, ...aliases] = context.namesOf(address);
  const own = name === '' ? address : name;
  return { id: toId(address, context.dataset), name: checkText('name', first ?? own), kind, aliases };
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

/** Tells whether words name somebody, and do not only point. Annotators mark what has no capitals as well: "aspirin" is a name here. */
export function namesSomebody(words: string): boolean {
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
