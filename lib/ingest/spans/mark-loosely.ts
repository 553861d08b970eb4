import type { Entity, EntityKind } from '@/lib/model/entity';
import type { EntityId } from '@/lib/model/ids';
import { toCodePointOffset } from '@/lib/model/text-offsets';

import { createFormTrie } from './form-trie';
import { isBoundary } from './word-boundary';
import { isName } from '../names/is-name';
import type { NamedMention } from '../source';

/** A text without case and with one blank for each gap, and for each of its places the one in the text as it is. */
interface FoldedText {
  readonly folded: string;
  readonly origin: Uint32Array;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly owners: readonly Entity[];
}

/** Words that are names at times, in capitals, and mostly are not. */
const COMMON = new Set(
  'will can may must might shall should would could do does did is are was were be been am has have had not no yes and or but if as at by for from in into of off on out over to up with than then so too very just only also more most some any many such us'.split(
    ' ',
  ),
);
/** Kinds whose names people write with a capital. */
const CAPITALISED: ReadonlySet<EntityKind> = new Set(['person', 'organisation', 'place', 'country']);
const SHORTEST_COMMON = 4;
const ARTICLE = /^the\s+/iu;
const WITH_BRACKETS = /^(?<before>[^()]{2,})\s\((?<inside>[^()]{2,})\)$/u;
const CAPITALS = /\p{Lu}/gu;
const BLANK = /\s/u;

/**
 * Finds where entities that are said to be named in a text (in form NFC) are named, from left to
 * right.
 */
export type MarkLoosely = (text: string, present: ReadonlySet<EntityId>) => readonly NamedMention[];

interface KnownNames {
  readonly forms: ReturnType<typeof createFormTrie>;
  readonly byId: ReadonlyMap<EntityId, Entity>;
}

/**
 * Finds names in texts that extractors wrote in their own way: `ANA LIMA` where the text has "Ana Lima’s". Case, kinds of apostrophes
 * and dashes, a leading "the" and what stands in brackets behind a name make no difference; only whole words count. A common word is
 * never taken for a name (`WILL`, `IT`), nor a word in small letters for that of a person, a place, a country or an organisation. Where
 * several entities fit, the one that is written just so is marked, and else none. Of what overlaps, the leftmost counts and then the
 * longest, also where it is the name of somebody who is not said to be there: "Lima" is no city in "Ana Lima".
 *
 * @param entities - all whose names may stand in the texts
 * @returns a function that marks those of them who are said to be named in a text
 */
export function createLooseMarker(entities: readonly Entity[]): MarkLoosely {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const known = { forms: createFormTrie(entities.map(toForms)), byId };
  return (text, present) => {
    if (present.size === 0) return [];
    const mentions: NamedMention[] = [];
    let unit = 0;
    let point = 0;
    for (const { start, end, owners } of findNames(text, known)) {
      const entity = chooseOwner(owners, text.slice(start, end), present);
      if (entity === undefined) continue;
      point += toCodePointOffset(text.slice(unit, start), start - unit);
      const stop = point + toCodePointOffset(text.slice(start, end), end - start);
      mentions.push({ entity: { name: entity.name, id: entity.id }, start: point, end: stop });
      unit = end;
      point = stop;
    }
    return mentions;
  };
}

/** Finds where names stand, whoever they belong to. */
function* findNames(text: string, { forms, byId }: KnownNames): Generator<Found> {
  const { folded, origin } = foldText(text);
  for (let at = 0; at < folded.length; at += 1) {
    const start = origin[at] ?? 0;
    if (!forms.mayStartAt(folded, at) || !isBoundary(text, start)) continue;
    for (const match of forms.findAt(folded, at).toReversed()) {
      const end = origin[match.end] ?? text.length;
      if (!isBoundary(text, end)) continue;
      const words = text.slice(start, end);
      const owners = match.owners.flatMap((id) => byId.get(id) ?? []);
      const fitting = owners.filter((entity) => mayBeCalled(entity, words));
      if (fitting.length === 0) continue;
      yield { start, end, owners: fitting };
      at = match.end - 1;
      break;
    }
  }
}

/** Chooses which entity is meant by words that fit several, if that is clear. */
function chooseOwner(
  owners: readonly Entity[],
  words: string,
  present: ReadonlySet<EntityId>,
): Entity | undefined {
  const fitting = owners.filter(({ id }) => present.has(id));
  const exact = fitting.filter(({ name, aliases }) => name === words || aliases.includes(words));
  const [only, another] = exact.length > 0 ? exact : fitting;
  return another === undefined ? only : undefined;
}

function mayBeCalled({ kind, name }: Entity, words: string): boolean {
  const capitals = words.match(CAPITALS)?.length ?? 0;
  if (isCommon(words)) return capitals > 1 && words === name;
  if (capitals > 0 || words.toUpperCase() === words || BLANK.test(words)) return true;
  return !CAPITALISED.has(kind) && words.length >= SHORTEST_COMMON;
}

/** Whether words say nothing by themselves, whatever their case. */
function isCommon(words: string): boolean {
  return !isName(words.toUpperCase()) || COMMON.has(words.toLowerCase());
}

function toForms({ id, name, aliases }: Entity): Pick<Entity, 'id' | 'name' | 'aliases'> {
  const others = [name, ...aliases].flatMap(shortFormsOf);
  return {
    id,
    name: foldText(name).folded,
    aliases: [...aliases, ...others].map((each) => foldText(each).folded),
  };
}

/** "The Harbour Company (HC)" is "Harbour Company" too, and "HC", since these are its initials. */
function shortFormsOf(name: string): readonly string[] {
  const { before = name, inside = '' } = WITH_BRACKETS.exec(name.trim())?.groups ?? {};
  const bare = before.replace(ARTICLE, '');
  const initials = bare.match(/(?<=^|[\s-])\p{L}/gu)?.join('') ?? '';
  return [before, bare, ...(inside !== '' && isAcronym(inside, initials) ? [inside] : [])].filter(
    (form) => form !== name && isName(form.toUpperCase()),
  );
}

function isAcronym(inside: string, initials: string): boolean {
  const letters = inside.replace(/[.\s]/gu, '').toLowerCase();
  return letters.length > 1 && letters === initials.toLowerCase();
}

/** What has another length in small letters stays as it is, so that places can be told from one another. */
function foldText(text: string): FoldedText {
  const origin = new Uint32Array(text.length + 1);
  let folded = '';
  let isGap = false;
  for (let unit = 0; unit < text.length; unit += 1) {
    const sign = text.charAt(unit);
    const isBlank = BLANK.test(sign);
    if (isBlank && isGap) continue;
    isGap = isBlank;
    origin[folded.length] = unit;
    folded += isBlank ? ' ' : foldSign(sign);
  }
  origin[folded.length] = text.length;
  return { folded, origin };
}

function foldSign(sign: string): string {
  if (sign === '\u2019' || sign === '\u2018') return "'";
  if (/[\u2010-\u2015]/u.test(sign)) return '-';
  const lower = sign.toLowerCase();
  return lower.length === 1 ? lower : sign;
}
