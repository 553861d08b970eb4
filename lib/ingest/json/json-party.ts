import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { refuseCell } from '../rows/check-cell';
import { checkText } from '../rows/check-text';
import { toAliases } from '../names/describe-node';
import { findKind } from '../names/find-kind';
import { firstFieldOf, isRecord, toList, toShown, toText, type JsonRecord } from './json-value';
import { toEntityId } from '../names/name-resolver';
import type { Named } from '../source';
import type { Tally } from '../rows/tally';

/** Whom JSON names as an end of a triple, and the entity that it declares where it says more than a name. */
export interface JsonParty {
  readonly named: Named;
  readonly entity?: Entity | undefined;
  /** Whether it says more than a name. */
  readonly isDescribed: boolean;
}

/** Ids that mean the same in every file: Wikidata's, with or without the address, and those that we derive from content. */
const GLOBAL_ID = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/)?(Q[1-9]\d{0,11}|e-[0-9a-f]{20})$/u;
const NAMES = ['name', 'label', 'title', 'text', 'value'];
const IDS = ['id', 'uri', 'wikidata', 'qid', '@id', 'key'];
const KINDS = ['kind', 'type', 'category', 'class'];
const ALIASES = ['aliases', 'alias', 'altLabels', 'alt_labels'];
const SAME_AS = ['same_as', 'sameAs', 'wikipedia', 'url'];
const known: ReadonlySet<string> = new Set([
  ...NAMES,
  ...IDS,
  ...KINDS,
  ...ALIASES,
  ...SAME_AS,
  'description',
]);

export interface PartyContext {
  /** The dataset, within which ids mean something. */
  readonly dataset: string;
  /** Members that are not read. */
  readonly unread: Tally;
  /** Kinds that are none of ours. */
  readonly unknownKinds: Tally;
}

/**
 * Reads an end of a triple.
 * @param column - the column of the end
 * @param value - a name, or an object with a name and more
 * @throws `invalid` with the column as path when it names nobody
 */
export function toParty(column: string, value: unknown, context: PartyContext): JsonParty {
  const name = toText(value);
  if (name !== undefined) return { named: { name: checkText(column, name) }, isDescribed: false };
  if (!isRecord(value)) {
    const what = Array.isArray(value) ? 'is a list; write a row for each' : 'is empty; name an entity';
    return refuseCell(column, `the ${column} ${what}`);
  }
  return toDescribed(column, value, context);
}

function toDescribed(column: string, value: JsonRecord, context: PartyContext): JsonParty {
  for (const member of Object.keys(value)) if (!known.has(member)) context.unread.add(`${column}.${member}`);
  const given = toText(firstFieldOf(value, IDS));
  const name = toText(firstFieldOf(value, NAMES)) ?? given;
  if (name === undefined)
    return refuseCell(column, `the ${column} has no name: ${toShown(value).slice(0, 80)}`);
  const kind = toKind(value, context);
  const aliases = toAliases(toNames(firstFieldOf(value, ALIASES)), name);
  const named = { name: checkText(column, name), ...toOwnKind(kind) };
  if (given === undefined && aliases.length === 0) return { named, isDescribed: true };
  const id = given === undefined ? toEntityId(named) : toId(given, context.dataset);
  const entity = { id, name, kind: orThing(kind), aliases, ...toRest(value) };
  return { named: { ...named, id, aliases }, entity, isDescribed: true };
}

/** What is just a thing may be anything, so that its kind tells nobody apart. */
function toOwnKind(kind: Entity['kind'] | undefined): Pick<Named, 'kind'> {
  return kind === undefined || kind === 'thing' ? {} : { kind };
}

function orThing(kind: Entity['kind'] | undefined): Entity['kind'] {
  return kind ?? 'thing';
}

function toRest(value: JsonRecord): Partial<Pick<Entity, 'sameAs' | 'description'>> {
  const sameAs = toText(firstFieldOf(value, SAME_AS));
  const description = toText(firstFieldOf(value, ['description']));
  return {
    ...(sameAs !== undefined && { sameAs: checkText('same_as', sameAs) }),
    ...(description !== undefined && { description: checkText('description', description) }),
  };
}

function toKind(value: JsonRecord, { unknownKinds }: PartyContext): Entity['kind'] | undefined {
  const word = toText(firstFieldOf(value, KINDS));
  if (word === undefined) return undefined;
  const kind = findKind([word]);
  if (kind === undefined) unknownKinds.add(word);
  return kind;
}

function toNames(value: unknown): readonly string[] {
  const text = toText(value);
  return text === undefined ? toList(value).flatMap((each) => toText(each) ?? []) : text.split('|');
}

/**
 * Derives the id of an entity: the given id where that means the same everywhere, else one of the
 * dataset.
 * @param given - the id as the input has it
 * @param dataset - the name of the dataset
 */
export function toId(given: string, dataset: string): EntityId {
  const global = GLOBAL_ID.exec(given)?.[1];
  return EntityId.parse(global ?? deriveId('e', [dataset, given]));
}
