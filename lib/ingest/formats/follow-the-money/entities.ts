import { deriveId } from '@/lib/model/derive-id';
import type { Entity, EntityKind } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { checkText } from '../../rows/check-text';
import { toAliases } from '../../names/describe-node';
import type { FtmRecord } from './read-ftm';

const NAMES = ['name', 'title', 'fileName', 'full', 'registrationNumber'];
const ALIASES = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation', 'title'];
const DESCRIPTIONS = ['summary', 'description', 'notes'];
/** What becomes part of an entity. */
export const ENTITY_PROPERTIES: ReadonlySet<string> = new Set(
  [...NAMES, ...ALIASES, ...DESCRIPTIONS].concat(['wikidataId', 'firstName', 'lastName']),
);

/**
 * Converts a thing to an entity.
 * @throws `invalid` for text that cannot be stored
 */
export function toFtmEntity(record: FtmRecord, kind: EntityKind): Entity {
  const first = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => record.properties.get(name) ?? [])[0];
  const full = [first(['firstName']), first(['lastName'])].filter((part) => part !== undefined).join(' ');
  const name = record.caption ?? first(NAMES) ?? (full === '' ? record.id : full);
  const description = first(DESCRIPTIONS);
  const wikidata = first(['wikidataId']);
  return {
    id: toFtmId(record.id),
    name: checkText('name', name),
    kind,
    aliases: toAliases(
      ALIASES.flatMap((alias) => record.properties.get(alias) ?? []),
      name,
    ),
    ...(wikidata !== undefined && {
      sameAs: checkText('wikidataId', `https://www.wikidata.org/wiki/${wikidata}`),
    }),
    ...(description !== undefined && { description: checkText('description', description) }),
  };
}

/** Ids of FollowTheMoney mean the same in every file; those that an id here cannot have are made into one. */
function toFtmId(id: string): EntityId {
  const own = EntityId.safeParse(id);
  return own.success ? own.data : EntityId.parse(deriveId('e', ['ftm', id]));
}
