import type { EntityId, RelationId } from '@/lib/model/ids';
import type { CitedEvidence, PairRelations, RelationDetail } from '@/lib/model/relation-detail';
import type { RelationFilter } from '@/lib/model/relation-filter';
import { everyRelation } from '@/lib/model/relation-filter';
import type { RelationType } from '@/lib/model/relation-type';
import { relationClasses } from '@/lib/model/relation-type';

import { AMOUNT_BETWEEN, RELATION_PLACES, relationsBetween } from '../../cypher/relation-queries';
import type { Engine } from '../../engine';
import type { BoundFilter } from './bind-filter';
import { bindFilter } from './bind-filter';
import { readEntities } from './read-passages';
import { order, readRelationDetails } from './relation-details';
import type { RelationRecord } from '../rows/relation-record';
import { readRelations, readTypes, toRelationRecord, toWords } from '../rows/relation-record';
import { numberOf } from '../rows/row-values';
import { toRelationPlace } from '../rows/stored-values';

/** A relation with every passage behind it, or undefined when there is none of this id. */
export async function findRelation(engine: Engine, id: RelationId): Promise<RelationDetail | undefined> {
  const places = await engine.read(RELATION_PLACES, { ids: [id] });
  const records = await readRelations(engine, places.map(toRelationPlace));
  const entities = await readEntities(
    engine,
    records.flatMap(({ subject, object }) => [subject, object]),
  );
  const [detail] = await readRelationDetails(engine, records, { entities, types: await readTypes(engine) });
  return detail;
}

/** The ids of two entities, in either order. */
export interface Pair {
  readonly a: EntityId;
  readonly b: EntityId;
}

/**
 * Every relation between two entities that passes a filter, both directions, ordered by class, label and date; undefined when one of the
 * two does not exist. Relations that are only denied pass too. A filter on sources leaves only the evidence from these,
 * one on grades only the evidence of these.
 *
 * @throws A zod error for a type name that is none.
 */
export async function findBetween(
  engine: Engine,
  pair: Pair,
  filter: RelationFilter = everyRelation,
): Promise<PairRelations | undefined> {
  const { a, b } = pair;
  const entities = await readEntities(engine, [a, b]);
  if (!entities.has(a) || !entities.has(b)) return undefined;
  const types = await readTypes(engine);
  const passing = bindFilter(filter, { denied: true });
  const records = await readBetween(engine, passing, { a, b });
  records.sort((one, other) => compareRecords(one, other, types));
  const details = await readRelationDetails(engine, records, { entities, types });
  const relations = details.map((relation) => keepEvidence(relation, filter));
  const evidence = relations.reduce((sum, relation) => sum + relation.evidence.length, 0);
  const amount = { relations: relations.length, evidence };
  const unfiltered = passing.narrows === 'nothing' ? amount : await countBetween(engine, pair);
  return { relations, total: relations.length, evidence, unfiltered };
}

async function readBetween(engine: Engine, filter: BoundFilter, pair: Pair): Promise<RelationRecord[]> {
  const records: RelationRecord[] = [];
  for (const { from, to } of toDirections(pair)) {
    const rows = await engine.read(relationsBetween(filter), { ...filter.parameters, from, to });
    records.push(...rows.map((row) => toRelationRecord({ ...row, subject: from, object: to })));
  }
  return records;
}

async function countBetween(engine: Engine, pair: Pair): Promise<PairRelations['unfiltered']> {
  const amount = { relations: 0, evidence: 0 };
  for (const direction of toDirections(pair)) {
    const [row] = await engine.read(AMOUNT_BETWEEN, direction);
    amount.relations += numberOf(row, 'relations');
    amount.evidence += numberOf(row, 'evidence');
  }
  return amount;
}

function toDirections({ a, b }: Pair): readonly { readonly from: EntityId; readonly to: EntityId }[] {
  const there = { from: a, to: b };
  return a === b ? [there] : [there, { from: b, to: a }];
}

/** A co-mention has no source, whatever document it stands in. */
function keepEvidence(relation: RelationDetail, { sources, grades }: RelationFilter): RelationDetail {
  if (sources.length === 0 && grades.length === 0) return relation;
  const isOfSource = ({ document, grade }: CitedEvidence) =>
    document !== undefined && grade !== 'co-mention' && sources.includes(document.id);
  const evidence = relation.evidence.filter(
    (each) =>
      (sources.length === 0 || isOfSource(each)) && (grades.length === 0 || grades.includes(each.grade)),
  );
  return { ...relation, evidence };
}

function compareRecords(
  a: RelationRecord,
  b: RelationRecord,
  types: ReadonlyMap<string, RelationType>,
): number {
  const labelOf = ({ type }: RelationRecord) => types.get(type)?.label ?? toWords(type);
  return (
    order(relationClasses.indexOf(a.class), relationClasses.indexOf(b.class)) ||
    order(labelOf(a), labelOf(b)) ||
    order(a.when?.start ?? '~', b.when?.start ?? '~') ||
    order(a.id, b.id)
  );
}
