import type { Entity, EntityKind } from '@/lib/model/entity';

import { toAliases } from '../../names/describe-node';
import { findKind } from '../../names/find-kind';
import type { RdfTerm } from './read-rdf';
import { localNameOf, namePartOf, roleOf } from './words';

/** What is said of a resource, gathered as it comes. */
export interface Resource {
  name?: string;
  /** The parts of a name, where they come apart. */
  given?: string;
  family?: string;
  /** What the first class is called; a blank node may have no other name. */
  className?: string;
  nameRank: number;
  description?: string;
  descriptionRank: number;
  kind?: EntityKind;
  sameAs?: string;
  aliases?: Set<string>;
  /** Whether a relation begins or ends there. */
  isEnd: boolean;
  isSymmetric: boolean;
}

/** Names by well-known predicates go before others. */
const OTHER_VOCABULARY = 10;
const NO_RANK = 100;
const WIKIDATA = 'wikidata.org/';

export function createResource(): Resource {
  return { nameRank: NO_RANK, descriptionRank: NO_RANK, isEnd: false, isSymmetric: false };
}

/** English first, since the vocabulary is; then what has no language; then the first that there is. The others are other names. */
export function addName(resource: Resource, predicate: RdfTerm, name: RdfTerm): void {
  const rank = rankOf(name) + (roleOf(predicate.value) === 'name' ? 0 : OTHER_VOCABULARY);
  if (rank >= resource.nameRank) {
    addAlias(resource, name.value);
    return;
  }
  if (resource.name !== undefined) addAlias(resource, resource.name);
  resource.name = name.value;
  resource.nameRank = rank;
}

export function addAlias(resource: Resource, alias: string): void {
  resource.aliases ??= new Set();
  resource.aliases.add(alias);
}

export function addDescription(resource: Resource, text: RdfTerm): void {
  const rank = rankOf(text);
  if (rank >= resource.descriptionRank) return;
  resource.description = text.value;
  resource.descriptionRank = rank;
}

export function addKind(resource: Resource, iri: string): void {
  const className = localNameOf(iri);
  const kind = findKind([className]);
  if (kind !== undefined) resource.kind ??= kind;
  resource.className ??= className;
}

/** An address of Wikidata goes before others. */
export function addSame(resource: Resource, address: string): void {
  const isBetter = address.includes(WIKIDATA) && resource.sameAs?.includes(WIKIDATA) !== true;
  if (resource.sameAs === undefined || isBetter) resource.sameAs = address;
}

/**
 * Describes a resource as an entity, without its id and its address elsewhere.
 * @param key - the key of the resource
 * @param resource - what is said of it
 */
export function describeResource(key: string, resource: Resource): Omit<Entity, 'id' | 'sameAs'> {
  const name = nameOf(key, resource);
  const description = resource.description?.trim() ?? '';
  return {
    name,
    kind: resource.kind ?? 'thing',
    aliases: toAliases(resource.aliases ?? [], name),
    ...(description !== '' && { description }),
  };
}

/**
 * Returns the name of a resource; one is made up where the file gives none.
 * @param key - the key of the resource
 * @param resource - what is said of it, if anything
 */
export function nameOf(key: string, resource: Readonly<Partial<Resource>> = {}): string {
  const { name = '', given = '', family = '' } = resource;
  const own = name.trim() || `${given} ${family}`.trim();
  return own === '' ? toName(key, resource.className) : own;
}

function toName(key: string, className: string | undefined): string {
  if (key.startsWith('_:')) return className === undefined ? key : `${className} ${key.slice(2)}`;
  return localNameOf(key).replace(/_/gu, ' ').trim() || key;
}

/** Takes a value that may be a part of a name. */
export function addNamePart(resource: Resource, predicate: RdfTerm, value: string): void {
  const part = namePartOf(predicate.value);
  if (part !== undefined) resource[part] ??= value.trim();
}

function rankOf({ language = '' }: RdfTerm): number {
  if (/^en(?:-|$)/iu.test(language)) return 0;
  return language === '' ? 1 : 2;
}
