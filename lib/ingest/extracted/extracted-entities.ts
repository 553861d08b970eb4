import { deriveId } from '@/lib/model/derive-id';
import type { Entity } from '@/lib/model/entity';
import { EntityId } from '@/lib/model/ids';

import { toAliases } from '../names/describe-node';
import { findKind } from '../names/find-kind';
import { checkText } from '../rows/check-text';
import { attemptRow } from '../rows/read-rows';
import { createTally, noteTally } from '../rows/tally';
import type { Piece } from '../source';
import type { ExtractedEntity, ExtractedRelation } from './extracted-graph';

export interface ExtractedEntities {
  /** Returns the entity as a piece; none for one that was there. */
  readonly toPieces: (entity: ExtractedEntity) => readonly Piece[];
  /** Returns the ends of a relation that are no entities yet; they are named in its chunks from now on. */
  readonly toEndPieces: (relation: ExtractedRelation) => readonly Piece[];
  /** Returns who is said to be named in a chunk. */
  readonly namedIn: (chunk: string) => ReadonlySet<EntityId>;
  readonly all: () => readonly Entity[];
  readonly find: (key: string) => Entity | undefined;
  readonly notices: () => readonly string[];
}

const NOBODY: ReadonlySet<EntityId> = new Set();
/** Words for a class that is not known. */
const NO_KIND = /^(?:unknown|undefined|none|null|other|thing|entity|)$/iu;

/** @param dataset - the dataset's name, within which the keys of entities mean something */
export function createExtractedEntities(dataset: string): ExtractedEntities {
  const entities = new Map<string, Entity>();
  const named = new Map<string, Set<EntityId>>();
  const kinds = createTally();
  let undeclared = 0;

  function toEntity(entity: ExtractedEntity): Entity {
    const { id, key, name, kinds: given, aliases = [], description, sameAs } = entity;
    const kind = findKind(given);
    if (kind === undefined) for (const each of given) if (!NO_KIND.test(each.trim())) kinds.add(each);
    return {
      id: id ?? EntityId.parse(deriveId('e', [dataset, key])),
      name: checkText('name', name),
      kind: kind ?? 'thing',
      aliases: toAliases(aliases, name),
      ...(description !== undefined && description !== '' && { description }),
      ...(sameAs !== undefined && { sameAs: checkText('same_as', sameAs) }),
    };
  }

  function note(entity: Entity, chunks: readonly string[]): void {
    for (const chunk of chunks) {
      const known = named.get(chunk);
      if (known) known.add(entity.id);
      else named.set(chunk, new Set([entity.id]));
    }
  }

  function toPieces(given: ExtractedEntity): readonly Piece[] {
    if (given.name.trim() === '') return [];
    const known = entities.get(given.key);
    if (known) {
      note(known, given.chunks);
      return [];
    }
    const result = attemptRow({ ...given, cells: new Map() }, () => toEntity(given));
    if ('reject' in result) return [{ kind: 'reject', reject: result.reject }];
    entities.set(given.key, result.value);
    note(result.value, given.chunks);
    return [{ kind: 'entity', entity: result.value }];
  }

  function toEndPieces({ source, target, evidence, file, line, raw }: ExtractedRelation): readonly Piece[] {
    const chunks = evidence.map(({ chunk }) => chunk);
    return [source, target].flatMap((key) => {
      if (!entities.has(key) && key.trim() !== '') undeclared += 1;
      return toPieces({ key, name: key, kinds: [], chunks, file, line, raw });
    });
  }

  return {
    toPieces,
    toEndPieces,
    namedIn: (chunk) => named.get(chunk) ?? NOBODY,
    all: () => [...entities.values()],
    find: (key) => entities.get(key),
    notices: () => [
      ...noteTally('Unknown kinds, read as thing', kinds),
      ...(undeclared === 0
        ? []
        : [`Ends of relations that are not among the entities, known only by their names: ${undeclared}.`]),
    ],
  };
}
