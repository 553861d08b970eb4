import { EvidenceGrade } from '@/lib/model/evidence';
import { EntenteError } from '@/lib/model/entente-error';
import type { EntityPassages } from '@/lib/model/entity-detail';
import type { EntityId } from '@/lib/model/ids';
import type { RelationFilter } from '@/lib/model/relation-filter';
import { everyRelation } from '@/lib/model/relation-filter';

import { relationIdsOfEntity } from '../../cypher/entity-queries';
import {
  CITED_ONLY_COUNT,
  MENTIONING_COUNT,
  PASSAGES_CITED,
  PASSAGES_MENTIONING,
} from '../../cypher/passage-queries';
import type { Engine, Row } from '../../engine';
import { bindFilter } from './bind-filter';
import { readEntities, readMarkedPassages } from './read-passages';
import { readCitedRelations } from './relation-briefs';
import { order } from './relation-details';
import { numberOf, optionalTextOf, textOf } from '../rows/row-values';

/** What a passage is ordered by: newest document first, then the order of the text. */
interface PassageKey {
  readonly id: string;
  readonly published: string;
  readonly document: string;
  readonly index: number;
}

interface PassageQuery {
  readonly entity: EntityId;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Which relations and sources count; everything when it is left out. */
  readonly filter?: RelationFilter | undefined;
}

/**
 * A page of the passages that name an entity or are evidence of its relations, or undefined when there is no such entity. A filter on
 * sources keeps the passages of these documents; a filter on relations keeps those that are evidence of one that passes, one on grades by a piece of these.
 *
 * The cursor holds the key of the last passage given, so that pages stay right when passages are added between them.
 *
 * @throws {EntenteError} `invalid` for a cursor that is none.
 */
export async function findPassages(engine: Engine, query: PassageQuery): Promise<EntityPassages | undefined> {
  const { entity, cursor, limit, filter = everyRelation } = query;
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  if ((await readEntities(engine, [entity])).size === 0) return undefined;
  const keys = await readPassageKeys(engine, entity, filter);
  const isOpen = bindFilter(filter, { denied: true }).narrows === 'nothing';
  const unfiltered = isOpen ? keys.length : await countPassages(engine, entity, everyRelation);
  const rest = after === undefined ? keys : keys.filter((key) => compareKeys(key, after) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const { passages, cited } = await readMarkedPassages(
    engine,
    page.map(({ id }) => id),
  );
  const next = last !== undefined && rest.length > page.length ? { next: toCursor(last) } : {};
  const relations = await readCitedRelations(engine, cited);
  return { passages: [...passages], relations, total: keys.length, unfiltered, ...next };
}

/** How many passages name an entity or are evidence of its relations and pass a filter; without a filter the store counts them. */
export async function countPassages(engine: Engine, id: EntityId, filter: RelationFilter): Promise<number> {
  const passing = bindFilter(filter, { denied: true });
  if (passing.narrows !== 'nothing') return (await readPassageKeys(engine, id, filter)).length;
  const relations = await engine.read(relationIdsOfEntity(passing), { ...passing.parameters, id });
  const [mentioning] = await engine.read(MENTIONING_COUNT, { id });
  const ids = relations.map((row) => textOf(row, 'id'));
  const [cited] = ids.length === 0 ? [] : await engine.read(CITED_ONLY_COUNT, { id, ids });
  return numberOf(mentioning, 'n') + (cited === undefined ? 0 : numberOf(cited, 'n'));
}

/** The keys of all passages that name an entity or are evidence of its relations and pass a filter, in order. */
async function readPassageKeys(
  engine: Engine,
  id: EntityId,
  filter: RelationFilter,
): Promise<readonly PassageKey[]> {
  const passing = bindFilter(filter, { denied: true });
  const relations = await engine.read(relationIdsOfEntity(passing), { ...passing.parameters, id });
  const aboutRelations = bindFilter({ ...filter, sources: [] }, { denied: true }).narrows !== 'nothing';
  const rows = [
    ...(aboutRelations ? [] : await engine.read(PASSAGES_MENTIONING, { id })),
    ...(await engine.read(PASSAGES_CITED, {
      ids: relations.map((row) => textOf(row, 'id')),
      grades: filter.grades.length > 0 ? filter.grades : EvidenceGrade.options,
    })),
  ];
  const sources = new Set<string>(filter.sources);
  const keys = new Map(
    rows
      .map(toKey)
      .filter(({ document }) => sources.size === 0 || sources.has(document))
      .map((key) => [key.id, key]),
  );
  return [...keys.values()].sort(compareKeys);
}

function toKey(row: Row): PassageKey {
  return {
    id: textOf(row, 'id'),
    published: optionalTextOf(row, 'published') ?? '',
    document: textOf(row, 'document'),
    index: numberOf(row, 'index'),
  };
}

function compareKeys(a: Omit<PassageKey, 'id'>, b: Omit<PassageKey, 'id'>): number {
  return order(b.published, a.published) || order(a.document, b.document) || order(a.index, b.index);
}

function toCursor({ published, document, index }: PassageKey): string {
  return Buffer.from(JSON.stringify([published, document, index])).toString('base64url');
}

function parseCursor(cursor: string): Omit<PassageKey, 'id'> {
  const [published, document, index] = parseJsonList(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (typeof published !== 'string' || typeof document !== 'string' || typeof index !== 'number') {
    throw wrongCursor();
  }
  return { published, document, index };
}

function parseJsonList(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrongCursor(error);
  }
  return Array.isArray(value) ? value : [];
}

function wrongCursor(cause?: unknown): EntenteError {
  return new EntenteError('invalid', 'The cursor is not from a page of passages. Start again without it.', {
    cause,
    fields: [{ path: 'cursor', message: 'is not the `next` of a page' }],
  });
}
