/** What an object of STIX is called, and what kind of entity it is. */
import { deriveId } from '@/lib/model/derive-id';
import type { EntityKind } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import type { ExtractedEntity } from '../../extracted/extracted-graph';
import { fieldOf, isRecord, toList, toText, type JsonRecord } from '../../json/json-value';
import { textOf, textsOf, type StixObject } from './objects';

/** What says something about other objects, and what only frames them. */
const ABOUT_OTHERS = new Set(['report', 'grouping', 'note', 'opinion', 'observed-data']);
const FRAMES = new Set(['marking-definition', 'extension-definition', 'language-content', 'bundle']);
const JOINS = new Set(['relationship', 'sighting']);
/** Observables: they are entities only where something joins them. */
const OBSERVABLES = new Set(
  ['artifact', 'autonomous-system', 'directory', 'domain-name', 'email-addr', 'email-message', 'file'].concat(
    ['ipv4-addr', 'ipv6-addr', 'mac-addr', 'mutex', 'network-traffic', 'process', 'software', 'url'],
    ['user-account', 'windows-registry-key', 'x509-certificate'],
  ),
);
const KINDS: ReadonlyMap<string, EntityKind> = new Map([
  ...['intrusion-set', 'threat-actor'].map((type) => [type, 'organisation'] as const),
  ...['campaign', 'incident', 'x-opencti-incident', 'event'].map((type) => [type, 'event'] as const),
  ...['attack-pattern', 'course-of-action', 'vulnerability', 'x-mitre-tactic', 'narrative'].map(
    (type) => [type, 'concept'] as const,
  ),
  ...['report', 'grouping'].map((type) => [type, 'work'] as const),
]);
/** Members that name an object without a name, the most telling first. */
const NAMES = ['name', 'value', 'display_name', 'account_login', 'user_id', 'path', 'key'].concat(
  ['command_line', 'subject', 'city', 'administrative_area', 'country', 'region', 'product', 'abstract'],
  ['pattern', 'url'],
);
const ALIASES = ['aliases', 'x_opencti_aliases', 'x_mitre_aliases'];
const HASHES = ['SHA-256', 'SHA-512', 'SHA-1', 'MD5'];

/** What becomes part of an entity, or frames it. */
export const ENTITY_MEMBERS: ReadonlySet<string> = new Set(
  ['type', 'id', 'spec_version', 'created', 'modified', 'created_by_ref', 'revoked', 'description'].concat(
    ['identity_class', 'resource_level', 'external_references', 'object_marking_refs', 'hashes', 'number'],
    NAMES,
    ALIASES,
  ),
);

/** Tells whether an object is a thing by itself, and not only where something joins it. */
export function isThing({ type, value }: StixObject): boolean {
  if (ABOUT_OTHERS.has(type) || FRAMES.has(type) || JOINS.has(type) || OBSERVABLES.has(type)) return false;
  return textOf(value, 'name') !== undefined;
}

/** Tells whether an object can be an end of a relation. */
export function canBeEnd({ type }: StixObject): boolean {
  return !FRAMES.has(type) && !JOINS.has(type);
}

/** Returns the entity that an object is, or undefined where nothing says what it is called. */
export function toStixEntity(object: StixObject): ExtractedEntity | undefined {
  const { id, value, file, line, raw } = object;
  const name = nameOf(value);
  if (name === undefined) return undefined;
  const [first] = toList(fieldOf(value, 'external_references')).filter(isRecord);
  const identifier = first === undefined ? undefined : textOf(first, 'external_id');
  return {
    key: id,
    // A UUID means the same in every bundle.
    id: EntityId.parse(deriveId('e', ['stix', id])),
    name,
    kinds: [kindOf(object)],
    aliases: [...ALIASES.flatMap((member) => textsOf(value, member)), ...(identifier ? [identifier] : [])],
    description: textOf(value, 'description'),
    sameAs: first !== undefined && identifier !== undefined ? textOf(first, 'url') : undefined,
    chunks: [],
    ...{ file, line, raw },
  };
}

/** Returns what an object is called. */
export function nameOf(value: JsonRecord): string | undefined {
  for (const member of NAMES) {
    const name = textOf(value, member);
    if (name !== undefined) return name;
  }
  const number = textOf(value, 'number');
  if (number !== undefined) return `AS${number}`;
  const hashes = fieldOf(value, 'hashes');
  return isRecord(hashes) ? HASHES.flatMap((hash) => toText(fieldOf(hashes, hash)) ?? [])[0] : undefined;
}

function kindOf({ type, value }: StixObject): EntityKind {
  if (type === 'identity') return kindOfIdentity(textOf(value, 'identity_class'));
  if (type === 'threat-actor' && textOf(value, 'resource_level') === 'individual') return 'person';
  if (type === 'location') {
    const isCountry = textOf(value, 'country') !== undefined;
    const isPart = ['city', 'administrative_area', 'latitude'].some((name) => Object.hasOwn(value, name));
    return isCountry && !isPart ? 'country' : 'place';
  }
  return KINDS.get(type) ?? 'thing';
}

function kindOfIdentity(identityClass: string | undefined): EntityKind {
  if (identityClass === 'individual') return 'person';
  return identityClass === 'organization' || identityClass === 'group' ? 'organisation' : 'thing';
}
