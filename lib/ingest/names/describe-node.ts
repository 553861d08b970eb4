import type { Entity } from '@/lib/model/entity';

import { checkText } from '../rows/check-text';
import { findKind } from './find-kind';
import { hasWords } from './has-words';
import { isFull, readAttributes, type Attributes, type Fields } from './read-attributes';
import type { Tally } from '../rows/tally';

/** A node of a graph file. */
export interface GraphNode {
  readonly id: string;
  /** What the file itself holds for its name. */
  readonly label?: string | undefined;
  /** What the file itself holds for its class, the most telling first. */
  readonly kinds?: readonly string[] | undefined;
  readonly attributes: Attributes;
}

/** What may be a name where nothing else is. */
const TITLES = ['title', 'caption', 'username', 'screenname', 'tooltip', 'address'];
const NODE_FIELDS: Fields = [
  ['name', ['name', 'label', 'preflabel', 'fullname', 'displayname']],
  ['given', ['firstname', 'givenname', 'forename']],
  ['family', ['lastname', 'familyname', 'surname']],
  ['title', TITLES],
  ['kind', ['kind', 'type', 'category', 'class', 'nodetype', 'entitytype', 'labels']],
  ['aliases', ['aliases', 'alias', 'altlabel', 'othernames', 'alsoknownas']],
  ['description', ['description', 'desc', 'summary', 'abstract', 'comment']],
  ['sameAs', ['sameas', 'wikidata', 'wikidataid']],
];

/**
 * Describes a node as an entity without its id.
 * @param node - the node
 * @param unread - counts the attributes that are not read
 * @throws `invalid` with the field as path for text that cannot be stored
 */
export function describeNode(node: GraphNode, unread: Tally): Omit<Entity, 'id'> {
  const fields = readAttributes(node.attributes, NODE_FIELDS, unread);
  const valuesOf = (field: string): readonly string[] => (fields.get(field) ?? []).filter(isFull);
  const [name = node.id, ...others] = chooseNames(node, valuesOf, unread);
  const listed = valuesOf('aliases').flatMap((each) => each.split('|'));
  return {
    name: checkText('name', toName(name)),
    kind: findKind([...(node.kinds ?? []), ...valuesOf('kind')]) ?? 'thing',
    aliases: toAliases([...others, ...listed], toName(name)),
    ...toOptional('sameAs', valuesOf('sameAs')),
    ...toOptional('description', valuesOf('description')),
  };
}

/**
 * Lists the names of a node, best first: names that are not numbers and do not repeat the id come
 * first.
 */
function chooseNames(
  { id, label = '', attributes }: GraphNode,
  valuesOf: (field: string) => readonly string[],
  unread: Tally,
): readonly string[] {
  const own = [label, ...valuesOf('name')].filter(isFull);
  const words = own.filter(hasWords);
  const titles = valuesOf('title');
  if (words.length > 0) {
    if (titles.length > 0) unread.add(findTitle(attributes));
    const telling = words.filter((name) => name !== id);
    return [...telling, ...words.filter((name) => name === id)];
  }
  const parts = ['given', 'family'].flatMap((field) => valuesOf(field).slice(0, 1)).join(' ');
  const others = [parts, ...titles].filter(hasWords);
  return others.length > 0 ? others : [...own, ...titles].slice(0, 1);
}

/** Returns what the file calls the title that it has besides a name. */
function findTitle(attributes: Attributes): string {
  return [...attributes.keys()].find((name) => TITLES.includes(name.toLowerCase())) ?? 'title';
}

/**
 * Lists other names, each once, without the name itself.
 * @param names - the other names
 * @param name - the name
 * @throws `invalid` for text that cannot be stored
 */
export function toAliases(names: Iterable<string>, name: string): readonly string[] {
  const aliases = new Set([...names].map((each) => checkText('aliases', toName(each))).filter(isFull));
  aliases.delete(name);
  return [...aliases];
}

/** A name stands on one line, however the file breaks it. */
function toName(text: string): string {
  return text.trim().replace(/\s*[\r\n]\s*/gu, ' ');
}

function toOptional(
  field: 'sameAs' | 'description',
  [value]: readonly string[],
): Partial<Pick<Entity, 'sameAs' | 'description'>> {
  return value === undefined ? {} : { [field]: checkText(field, value) };
}
