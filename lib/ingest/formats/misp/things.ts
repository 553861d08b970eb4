/** What an attribute or an object of MISP is called, and what kind of entity it is. */
import type { EntityKind } from '@/lib/model/entity';

import { findKind } from '../../names/find-kind';
import { fieldOf, isRecord, toList, type JsonRecord } from '../../json/json-value';
import { textOf } from './events';

export interface MispThing {
  /** Attributes are what they say; objects are told apart by their UUIDs. */
  readonly key: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly aliases: readonly string[];
  readonly description: string | undefined;
}

/** Attributes of an object that name it, the most telling first. */
const NAMES = ['full-name', 'name', 'title', 'organisation', 'organization', 'company-name'].concat(
  ['domain', 'hostname', 'url', 'email', 'ip', 'filename', 'username', 'account-name', 'value'],
  ['address', 'city', 'country', 'sha256', 'sha1', 'md5', 'text'],
);
const ALIASES = new Set(['alias', 'aliases', 'nickname', 'alternative-name']);
const PERSONS = new Set(['threat-actor', 'target-user', 'full-name']);
const PLACES = new Set(['geolocation', 'country-of-residence', 'target-location']);

/** Returns what an attribute is, or undefined for one without a value. */
export function toAttributeThing(value: JsonRecord): MispThing | undefined {
  const [name, type = ''] = [textOf(value, 'value'), textOf(value, 'type')];
  if (name === undefined) return undefined;
  const kind = kindOf(type);
  return { key: `${type}\u001f${name}`, name, kind, aliases: [], description: textOf(value, 'comment') };
}

/** Returns what an object is, or undefined for one with nothing in it that names it. */
export function toObjectThing(value: JsonRecord): MispThing | undefined {
  const attributes = toList(fieldOf(value, 'Attribute')).filter(isRecord);
  const valuesOf = (relation: string): readonly string[] =>
    attributes
      .filter((each) => textOf(each, 'object_relation') === relation && !isDeleted(each))
      .flatMap((each) => textOf(each, 'value') ?? []);
  const parts = [...valuesOf('first-name'), ...valuesOf('last-name')].join(' ');
  const names = [...NAMES.slice(0, 1).flatMap(valuesOf), parts, ...NAMES.slice(1).flatMap(valuesOf)];
  const rest = attributes.filter((each) => !isDeleted(each)).flatMap((each) => textOf(each, 'value') ?? []);
  const name = [...names, ...rest].find((each) => each !== '');
  if (name === undefined) return undefined;
  return {
    key: textOf(value, 'uuid') ?? name,
    name,
    kind: kindOf(textOf(value, 'name') ?? ''),
    aliases: [...ALIASES].flatMap(valuesOf),
    description: textOf(value, 'comment') ?? valuesOf('description')[0],
  };
}

/** Tells whether it is kept only so that others learn that it was deleted. */
export function isDeleted(value: JsonRecord): boolean {
  return ['true', '1'].includes(textOf(value, 'deleted') ?? '');
}

function kindOf(type: string): EntityKind {
  if (PERSONS.has(type)) return type === 'threat-actor' ? 'organisation' : 'person';
  return PLACES.has(type) ? 'place' : (findKind([type]) ?? 'thing');
}
