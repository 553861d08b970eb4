import { EntenteError } from '@/lib/model/entente-error';
import { EntityKind } from '@/lib/model/entity';
import type { Mapping } from '@/lib/model/mapping';

import type { Builder } from '../extracted/builders';
import type { DatabaseSurvey } from './database-survey';

/** What `--map` may say of a database, besides the kinds of entities. */
const FIELDS = [
  ['name', 'the property that names entities'],
  ['id', 'the property that tells them apart, where names do not'],
  ['passage', 'the nodes that are texts, with the property that holds the text: Label.property'],
  ['document', 'the nodes that texts are cut from, with their title: Label.property'],
  ['mentions', 'the relationships that join texts and who is named in them'],
  ['part_of', 'the relationships that join texts and documents'],
  ['leave', 'labels of nodes that are neither entities nor texts nor documents'],
  ['passage_id', 'the property of texts by which relationships name them'],
  ['source', 'the property of relationships that names the texts they were read in'],
  ['relation', 'the property of relationships that says what they are, where their type does not'],
  ['statement', 'the property of relationships that says it in a sentence'],
  ['start', 'the property with the date from which a relation held'],
  ['end', 'the property with the date until which it held'],
] as const;
const KINDS: readonly string[] = EntityKind.options;
const PROPERTIES = ['name', 'id', 'source', 'passage_id', 'relation', 'statement', 'start', 'end'];
const DEFAULT_NAMES = ['name', 'title', 'label'];

/** What a mapping may say, a line for each thing. */
export function describeFields(): readonly string[] {
  return [
    ...FIELDS.map(([field, words]) => `  ${field}: ${words}`),
    `  ${KINDS.join(', ')}: the labels of entities of that kind`,
  ];
}

/**
 * Turns what a person says about a database into what is known of a tool.
 *
 * @param mapping - fields, and labels, types or properties of the database, several with `|` between them
 * @throws `invalid` where it names what the database has not
 */
export function toMappedBuilder({ columns, header }: Mapping, survey: DatabaseSurvey): Builder {
  if (header === false) throw new EntenteError('invalid', 'A database has no header; leave --no-header out.');
  refuseStrange(Object.keys(columns));
  const listOf = (field: string): readonly string[] =>
    (columns[field] ?? '')
      .split('|')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const passage = splitPlace(listOf('passage'), 'passage');
  const document = splitPlace(listOf('document'), 'document');
  checkNames(listOf, [passage, document], survey);
  return {
    name: '',
    signature: { labels: [], types: [], keys: [] },
    without: [],
    chunk: {
      label: passage?.label ?? '',
      key: [...listOf('passage_id'), 'id'],
      text: passage?.properties ?? [],
      order: ['position', 'index', 'chunk_index', 'order'],
    },
    partOf: listOf('part_of'),
    mentions: listOf('mentions'),
    structure: [...listOf('leave'), ...(document ? [document.label] : [])],
    relation: {
      type: listOf('relation'),
      statement: listOf('statement'),
      chunks: listOf('source'),
      start: listOf('start'),
      end: listOf('end'),
    },
    names: listOf('name').length > 0 ? listOf('name') : DEFAULT_NAMES,
    ids: listOf('id'),
    titles: document?.properties,
    kinds: new Map(EntityKind.options.flatMap((kind) => listOf(kind).map((label) => [label, kind] as const))),
    isDirected: true,
  };
}

type ListOf = (field: string) => readonly string[];

function refuseStrange(fields: readonly string[]): void {
  const known = new Set<string>([...FIELDS.map(([field]) => field), ...KINDS]);
  const strange = fields.filter((field) => !known.has(field));
  if (strange.length === 0) return;
  throw new EntenteError(
    'invalid',
    `--map does not know ${strange.join(', ')} for a database. It knows: ${[...known].join(', ')}.`,
  );
}

interface NodePlace {
  readonly label: string;
  readonly properties: readonly string[];
}

/** Splits `Label.property`, or the label alone. */
function splitPlace([text, ...more]: readonly string[], field: string): NodePlace | undefined {
  if (more.length > 0)
    throw new EntenteError('invalid', `${field} takes one label, and ${more.length + 1} are given.`);
  if (text === undefined) return undefined;
  const [label = '', ...rest] = text.split('.');
  return { label, properties: rest.length === 0 ? [] : [rest.join('.')] };
}

/** Whether the database has what is named: a mistyped label must not become a graph without it. */
function checkNames(
  listOf: ListOf,
  places: readonly (NodePlace | undefined)[],
  { labels, types, keys, labelKeys }: DatabaseSurvey,
): void {
  const given = places.flatMap((place) => place ?? []);
  const [passage] = listOf('passage');
  if (passage !== undefined && !passage.includes('.'))
    throw new EntenteError(
      'invalid',
      `passage=${passage} lacks the property that holds the text; write passage=${passage}.text.`,
    );
  refuseMissing(
    'label',
    [...['leave', ...KINDS].flatMap(listOf), ...given.map(({ label }) => label)],
    labels,
  );
  refuseMissing('relationship', ['mentions', 'part_of'].flatMap(listOf), types);
  refuseMissing('property', PROPERTIES.flatMap(listOf), keys);
  for (const { label, properties } of given)
    refuseMissing(
      'property',
      properties.map((property) => `${label}.${property}`),
      new Set([...labelKeys].filter((key) => key.startsWith(`${label}.`))),
    );
}

const SHOWN = 40;

function refuseMissing(what: string, names: readonly string[], all: ReadonlySet<string>): void {
  const missing = names.find((name) => !all.has(name));
  if (missing === undefined) return;
  throw new EntenteError(
    'invalid',
    `The database has no ${what} '${missing}'. It has: ${[...all].sort().slice(0, SHOWN).join(', ')}.`,
  );
}
