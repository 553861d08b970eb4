import { deriveId } from '@/lib/model/derive-id';
import type { Entity, EntityKind } from '@/lib/model/entity';
import { foldName } from '@/lib/model/fold-name';
import { EntityId } from '@/lib/model/ids';
import { isSameWord } from '@/lib/model/is-same-word';
import type { NameMatch } from '@/lib/model/name-match';

import type { EntityIndex } from './entity-index';
import type { FindNames } from '../input';
import type { Named } from '../source';
import { createVariants, type NameVariants } from './name-variants';
import { isFree, nothingSurveyed, surveyNames, toKindKey, type SurveyedNames } from './survey-names';

/** Whom a name means. `implied`: nobody knows the name yet, so it becomes an entity of its own where one is needed. */
export type Party =
  | { readonly status: 'known'; readonly id: EntityId; readonly name: string }
  | { readonly status: 'implied'; readonly id: EntityId; readonly name: string; readonly entity: Entity }
  | { readonly status: 'ambiguous'; readonly candidates: readonly Pick<Entity, 'id' | 'name'>[] };

export interface NameResolver {
  /** Judges spellings and kinds by the first rows, before the first of them is looked up. */
  survey(names: readonly Named[]): void;
  /** Looks up what is not known yet; the store is asked once. */
  prepare(names: readonly Named[]): Promise<void>;
  /** Whether a name need not be prepared any more. */
  readonly isHeld: (named: Named) => boolean;
  /** Returns the entity that a name means, after `prepare`. */
  readonly partyOf: (named: Named) => Party;
  /** Sentences about names that were taken as one though they are written differently, and about those that several have. */
  readonly notices: () => readonly string[];
  /** Every spelling that was taken for a name that is written differently, with that name. */
  readonly joined: () => ReadonlyMap<string, string>;
}

export interface ResolverOptions {
  readonly findNames: FindNames;
  /** Whether bare cells may be ids of entities in the store: where a column is declared to hold such. */
  readonly holdsIds?: boolean | undefined;
  /** The kind of an entity that nobody knows yet, where its name alone tells. */
  readonly kindOf?: ((name: string) => EntityKind | undefined) | undefined;
}

/** So many names are held, and as many that were held before them; a dataset with more looks some up again. */
const HELD_MAX = 100_000;
/** Ids that mean the same in every file: Wikidata's, and those that are derived from content. */
const GLOBAL_ID = /^(?:Q[1-9]\d{0,11}|e-[0-9a-f]{20})$/u;

/** @param index - the dataset's own entities, which come before the store's */
export function createNameResolver(
  index: EntityIndex,
  { findNames, holdsIds = false, kindOf = () => undefined }: ResolverOptions,
): NameResolver {
  let parties = new Map<string, Party>();
  /** Held before: rows whose names were looked up earlier may still be worked on. */
  let earlier: ReadonlyMap<string, Party> = new Map();
  let surveyed = nothingSurveyed;
  const variants = createVariants();
  const implied = createImplied(variants, kindOf);

  function chooseStored(named: Named, matches: readonly NameMatch[]): Party {
    const made = toEntityId(named);
    const owner = matches.find(({ id }) => id === made)?.name;
    const fitting = bestOf(matches, named, holdsIds);
    const [first, another] = fitting;
    if (first === undefined) return implied.imply(named, owner);
    const only = another === undefined ? first : chooseAmong(fitting, [made, toSpelledId(named)]);
    if (only === undefined) {
      variants.noteSeveral(named.name, fitting);
      return implied.imply(named, owner);
    }
    if (only.by !== 'id') variants.note(named, only.name);
    return { status: 'known', id: only.id, name: only.name };
  }

  return {
    survey: (names) => {
      const isDeclared = (name: string): boolean =>
        index.find({ name, matches: 'name' }).status !== 'unknown';
      surveyed = surveyNames(names, isDeclared);
      for (const [spelling, name] of surveyed.spellings) variants.note({ name: spelling }, name);
    },
    prepare: async (names) => {
      if (parties.size > HELD_MAX) {
        earlier = parties;
        parties = new Map();
        implied.clear();
      }
      const open = new Map<string, Named>();
      for (const given of names) {
        const named = toMeant(given, surveyed);
        const key = keyOf(named);
        if (parties.has(key) || open.has(key)) continue;
        const party = findDeclared(named, index, variants) ?? findDeclared(given, index, variants);
        if (party === undefined) open.set(key, named);
        else parties.set(key, party);
      }
      if (open.size === 0) return;
      const stored = await findNames([...new Set([...open.values()].map(toCell))]);
      for (const [key, named] of open) parties.set(key, chooseStored(named, stored.get(toCell(named)) ?? []));
    },
    isHeld: (named) => parties.has(keyOf(toMeant(named, surveyed))),
    partyOf: (given) => {
      const named = toMeant(given, surveyed);
      const key = keyOf(named);
      return withKind(parties.get(key) ?? earlier.get(key) ?? implied.imply(named), named);
    },
    notices: () => [...variants.describe(), ...surveyed.notices],
    joined: variants.all,
  };
}

/** The name as the input means it: in its common spelling, and of its commonest kind. */
function toMeant(named: Named, { spellings, kinds }: SurveyedNames): Named {
  if (!isFree(named)) return named;
  const name = spellings.get(named.name) ?? named.name;
  const kind = kinds.get(toKindKey(name)) ?? named.kind;
  return name === named.name && kind === named.kind ? named : { ...named, name, kind };
}

function findDeclared(named: Named, index: EntityIndex, variants: NameVariants): Party | undefined {
  const found = index.find(named);
  if (found.status === 'ambiguous') return found;
  if (found.status === 'unknown') return undefined;
  if (found.entity.id !== named.name) variants.note(named, found.entity.name);
  return { status: 'known', id: found.entity.id, name: found.entity.name };
}

/** Entities that names make because nobody knows them. */
function createImplied(variants: NameVariants, kindOf: NonNullable<ResolverOptions['kindOf']>) {
  const implied = new Map<string, Party & { status: 'implied' }>();
  return {
    /** `owner`: what the entity is called that has the id of this name already, where another spelling made it. */
    imply: (named: Named, owner?: string): Party => {
      const plain = toEntityId(named);
      const taken = owner ?? implied.get(plain)?.name;
      const id = taken === undefined || isSameWord(taken, named.name) ? plain : toSpelledId(named);
      const known = implied.get(id);
      if (known !== undefined) {
        variants.note(named, known.name);
        return known;
      }
      const { name, becomes = kindOf(name) ?? 'thing', kind = becomes, aliases = [] } = named;
      const party = { status: 'implied', id, name, entity: { id, name, kind, aliases } } as const;
      implied.set(id, party);
      return party;
    },
    clear: (): void => {
      implied.clear();
    },
  };
}

/** A name that was first met where nothing says its kind, as a place, has the kind of where it is said. */
function withKind(party: Party, { becomes }: Named): Party {
  if (becomes === undefined || party.status !== 'implied' || party.entity.kind !== 'thing') return party;
  return { ...party, entity: { ...party.entity, kind: becomes } };
}

/**
 * Of several that have a name: the one with which the dataset has had to do before, else the one that this very name has made. So a file
 * that was once taken is taken again, whoever else is called so by now. Otherwise nobody is guessed.
 */
function chooseAmong(fitting: readonly NameMatch[], made: readonly EntityId[]): NameMatch | undefined {
  const own = fitting.filter(({ isOwn }) => isOwn);
  return own.length === 1 ? own[0] : fitting.find(({ id }) => made.includes(id));
}

/** The id of an entity that nobody gave one: from its name, and from its kind where it has one, so that homonyms stay apart. */
export function toEntityId({ name, kind }: Pick<Named, 'name' | 'kind'>): EntityId {
  return EntityId.parse(deriveId('e', [foldName(name), ...toKindParts(kind)]));
}

/** The id of an entity whose name is written like that of another one but for capitals or accents, which make it another word. */
function toSpelledId({ name, kind }: Pick<Named, 'name' | 'kind'>): EntityId {
  return EntityId.parse(
    deriveId('e', [foldName(name), name.normalize('NFC'), 'spelling', ...toKindParts(kind)]),
  );
}

function toKindParts(kind: Named['kind']): readonly string[] {
  return kind === undefined || kind === 'thing' ? [] : [kind];
}

/** The matches of the best sort that there is: by id, by the name as written, by the same word, by another name. */
function bestOf(
  matches: readonly NameMatch[],
  { name, id, kind, matches: only }: Named,
  holdsIds: boolean,
): readonly NameMatch[] {
  if (id !== undefined) return matches.filter((match) => match.by === 'id');
  const mayBeId = holdsIds || GLOBAL_ID.test(name);
  const fitting = matches.filter((match) =>
    match.by === 'id' ? mayBeId : (kind === undefined || match.kind === kind) && isCalled(match, name),
  );
  for (const sort of ['id', 'name', 'folded', 'alias'] as const) {
    if (sort === 'alias' && only === 'name') break;
    const best = fitting.filter(({ by }) => by === sort);
    if (best.length > 0) return best;
  }
  return [];
}

/** Whether an entity found by a folded form is called by the word itself. */
function isCalled({ by, name, called }: NameMatch, cell: string): boolean {
  return by === 'name' || isSameWord(by === 'alias' ? (called ?? cell) : name, cell);
}

function toCell({ id, name }: Named): string {
  return id ?? name.normalize('NFC');
}

function keyOf({ name, id, kind, matches }: Named): string {
  if (id !== undefined) return `\u0001${id}`;
  const form = matches === undefined ? name : `\u0002${name}`;
  return kind === undefined ? form : `${kind}\u0000${form}`;
}
