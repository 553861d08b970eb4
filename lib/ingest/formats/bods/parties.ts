/** Persons and entities of statements. */
import type { EntityKind } from '@/lib/model/entity';

import type { ExtractedEntity } from '../../extracted/extracted-graph';
import { fieldOf, isRecord, toList, type JsonRecord } from '../../json/json-value';
import { toTexts } from '../../json/to-attributes';
import { textOf, type BodsStatement } from './statements';

const KINDS: ReadonlyMap<string, EntityKind> = new Map([
  ['registeredEntity', 'organisation'],
  ['legalEntity', 'organisation'],
  ['arrangement', 'organisation'],
  ['stateBody', 'organisation'],
  ['state', 'country'],
]);
/** Names that persons bear, before those that they bore or that are written in other letters. */
const OWN_NAMES = new Set(['individual', 'legal']);
const NAME_PARTS = ['givenName', 'patronymicName', 'familyName'];

/** What becomes part of an entity. */
export const PARTY_MEMBERS: ReadonlySet<string> = new Set(
  ['isComponent', 'entityType', 'personType', 'name', 'names', 'alternateNames', 'uri'].concat([
    'statementID',
    'statementType',
    'statementDate',
    'replacesStatements',
    'source',
    'publicationDetails',
  ]),
);

/** Returns the entity, or undefined for one without a name. */
export function toParty(
  { key, kind, details, line, raw }: BodsStatement,
  file: string,
): ExtractedEntity | undefined {
  const [name, ...aliases] = kind === 'person' ? namesOfPerson(details) : namesOfEntity(details);
  if (name === undefined) return undefined;
  const sameAs = textOf(details, 'uri');
  return { key, name, kinds: [kindOf(kind, details)], aliases, sameAs, chunks: [], file, line, raw };
}

function namesOfEntity(details: JsonRecord): readonly string[] {
  return [...toTexts(fieldOf(details, 'name')), ...toTexts(fieldOf(details, 'alternateNames'))];
}

function namesOfPerson(details: JsonRecord): readonly string[] {
  const names = toList(fieldOf(details, 'names')).filter(isRecord);
  const isOwn = (name: JsonRecord): boolean => OWN_NAMES.has(textOf(name, 'type') ?? '');
  const sorted = [...names.filter(isOwn), ...names.filter((name) => !isOwn(name))];
  const written = sorted.flatMap((name) => {
    const parts = NAME_PARTS.flatMap((part) => textOf(name, part) ?? []).join(' ');
    return textOf(name, 'fullName') ?? (parts === '' ? [] : parts);
  });
  return [...written, ...toTexts(fieldOf(details, 'name'))];
}

/** From 0.4 on the type of an entity is an object. */
function kindOf(kind: BodsStatement['kind'], details: JsonRecord): EntityKind {
  if (kind === 'person') return 'person';
  const given = fieldOf(details, 'entityType');
  const type = isRecord(given) ? textOf(given, 'type') : textOf(details, 'entityType');
  return KINDS.get(type ?? '') ?? 'thing';
}
